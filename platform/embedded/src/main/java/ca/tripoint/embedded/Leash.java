package ca.tripoint.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A child process that cannot outlive this JVM. It runs in its own process group, so that Ctrl-C reaches only us and we
 * end our children in order; and it is ended when the pipe from us closes, which happens even if we die by SIGKILL.
 */
public final class Leash implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final String SCRIPT = script();

    private final Process process;

    private Leash(Process process) {
        this.process = process;
    }

    /**
     * Starts a command.
     *
     * @param signal what ends it politely: {@code TERM} for a JVM, {@code INT} for PostgreSQL
     * @param log    receives its output, appended
     */
    public static Leash start(String signal, List<String> command, Map<String, String> environment, Path log) {
        List<String> leashed = new ArrayList<>(List.of("bash", "-c", SCRIPT, "leash", signal));
        leashed.addAll(command);
        File output = log.toFile();
        ProcessBuilder builder = new ProcessBuilder(leashed)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        builder.environment().putAll(environment);
        try {
            return new Leash(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not start " + command.getFirst(), failed);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Runs the action once the child has ended, with its exit code. */
    public void onExit(IntConsumer action) {
        process.onExit().thenAccept(ended -> action.accept(ended.exitValue()));
    }

    /** Ends the child politely, then by force; returns when it is gone. */
    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            family.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String script() {
        try (InputStream source = Leash.class.getResourceAsStream("leash.sh")) {
            if (source == null) {
                throw new IllegalStateException("leash.sh is missing from the jar");
            }
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceAll("(?m)^ *#.*\n", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
