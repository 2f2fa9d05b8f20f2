package ca.tripoint.local;

import ca.tripoint.embedded.Folders;
import ca.tripoint.embedded.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One process of the system. It is started by a script that a person can run too, which leaves its process id beside itself;
 * so whoever started it, it can be found and ended.
 */
public final class Part {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Home home;
    private final int port;
    private final List<String> command;
    private final Map<String, String> environment = new TreeMap<>();
    private @Nullable Leash leash;
    private volatile boolean stopping;

    Part(String name, Home home, int port, List<String> command) {
        this.name = name;
        this.home = home;
        this.port = port;
        this.command = List.copyOf(command);
    }

    /** An argument by which a process is known to belong to the system of this home, and to no other. */
    static String mark(Home home) {
        return "-Dtripoint.home=" + home.folder();
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return home.logs().resolve(name + ".log");
    }

    public Path script() {
        return home.run().resolve(name + ".sh");
    }

    void tell(Map<String, String> more) {
        environment.putAll(more);
    }

    /** Starts the process; detached, it outlives us, otherwise it ends with us. */
    void start(boolean detached) {
        writeScript();
        try {
            Files.deleteIfExists(pidFile(home, name));
            if (detached) {
                List<String> starter = List.of("bash", "-c", "set -m; nohup \"$0\" </dev/null >/dev/null 2>&1 &");
                new ProcessBuilder(starter.get(0), starter.get(1), starter.get(2), script().toString())
                        .start()
                        .waitFor();
            } else {
                leash = Leash.start("TERM", List.of(script().toString()), Map.of(), log());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not start " + name, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting " + name, interrupted);
        }
    }

    private void writeScript() {
        Path settings = Folders.writeSecret(home.run().resolve(name + ".env"), assignments(environment));
        String text = """
                #!/usr/bin/env bash
                # %1$s, as the system of %2$s runs it. Run this by hand to start it again after it has ended.
                set -e
                pid=%3$s
                if [ -f "$pid" ] && ps -o args= -p "$(cat "$pid")" 2>/dev/null | grep -qF -- %4$s" "; then
                  echo "%1$s is running already (process $(cat "$pid"))" >&2
                  exit 1
                fi
                [ ! -t 2 ] || echo "%1$s is starting in this terminal; its log is %5$s" >&2
                set -a
                . %6$s
                set +a
                echo $$ >"$pid"
                exec %7$s >>%5$s 2>&1
                """.formatted(
                        name,
                        home.folder(),
                        quoted(pidFile(home, name).toString()),
                        quoted(mark(home)),
                        quoted(log().toString()),
                        quoted(settings.toString()),
                        command.stream().map(Part::quoted).collect(Collectors.joining(" ")));
        Path script = Folders.writeSecret(script(), text);
        try {
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String assignments(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The running process, if there is one. */
    Optional<ProcessHandle> process() {
        return process(home, name);
    }

    /** The process that a part of that name left its id of, if it still runs and belongs to this home. */
    static Optional<ProcessHandle> process(Home home, String name) {
        Path file = pidFile(home, name);
        try {
            String pid = Files.exists(file) ? Files.readString(file).strip() : "";
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid)).filter(process -> belongsTo(home, process));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A process id may have passed on to a stranger; the mark among the arguments has not. */
    private static boolean belongsTo(Home home, ProcessHandle process) {
        String arguments = process.info().commandLine().orElse("");
        return process.isAlive()
                && (arguments.contains(mark(home))
                        || arguments.contains(home.run().toString()));
    }

    private static Path pidFile(Home home, String name) {
        return home.run().resolve(name + ".pid");
    }

    /** Whether the process has been given up: it was started and is gone. */
    boolean hasEnded() {
        return leash == null ? process().isEmpty() && Files.exists(pidFile(home, name)) : !leash.isAlive();
    }

    void onExit(Runnable action) {
        if (leash != null) {
            leash.onExit(code -> {
                if (!stopping) {
                    action.run();
                }
            });
        }
    }

    /** Ends the process at once, as a power cut would. */
    void kill() {
        stopping = true;
        process().ifPresent(process -> {
            process.destroyForcibly();
            awaitEnd(process);
        });
        stopping = false;
    }

    /** Asks all to end, then waits for all, then forces those that did not. */
    static void stopAll(List<Part> parts) {
        parts.forEach(part -> part.stopping = true);
        List<ProcessHandle> running =
                parts.stream().flatMap(part -> part.process().stream()).toList();
        end(running);
        parts.forEach(part -> {
            if (part.leash != null) {
                part.leash.close();
            }
        });
    }

    static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            if (!awaitEnd(process)) {
                process.destroyForcibly();
                awaitEnd(process);
            }
        }
    }

    private static boolean awaitEnd(ProcessHandle process) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stubborn) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
