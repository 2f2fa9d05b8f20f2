package ca.tripoint.testkit.infrastructure;

import ca.tripoint.embedded.Database;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The servers that all test JVMs of one build share. The first JVM that asks starts the process that holds them; it ends
 * by itself with the build: with the process it is <em>anchored</em> to, which is the nearest Java ancestor of the test
 * JVM (Maven, or an IDE), or the test JVM itself if it has none.
 */
public final class SharedServers {
    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final List<String> SMALL_JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final URI control;
    private final ProcessHandle process;

    private SharedServers(URI control, ProcessHandle process) {
        this.control = control;
        this.process = process;
    }

    public static SharedServers ofThisBuild() {
        return anchoredTo(anchor(ProcessHandle.current()));
    }

    /** The servers that live as long as the given process. */
    public static SharedServers anchoredTo(ProcessHandle anchor) {
        String key = anchor.pid() + "-" + startOf(anchor);
        try {
            Path folder = Files.createDirectories(
                    Path.of(System.getProperty("java.io.tmpdir"), "tripoint-test-" + System.getProperty("user.name")));
            Path state = folder.resolve(key + ".properties");
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(key + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return running(state).orElseGet(() -> start(anchor, state, lock));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not share the test servers", failed);
        }
    }

    /** A new, empty database on the shared server, dropped when this JVM has ended. */
    public Database newDatabase() {
        Properties answer = ask("/databases");
        return new Database(answer.getProperty("url"), answer.getProperty("username"), answer.getProperty("password"));
    }

    /**
     * The bootstrap address of this JVM's own broker, always the same one. A broker for each JVM keeps real topic names
     * and group ids apart between modules; in the warm process it starts in half a second.
     */
    public String broker() {
        return ask("/broker").getProperty("bootstrap.servers");
    }

    /** The process that holds the servers. */
    public ProcessHandle process() {
        return process;
    }

    private Properties ask(String path) {
        URI uri = control.resolve(path + "?pid=" + ProcessHandle.current().pid());
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(STARTUP)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The shared test servers refused " + path + ": " + response.body());
            }
            Properties answer = new Properties();
            answer.load(new StringReader(response.body()));
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException("The shared test servers do not answer at " + control, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for " + path, interrupted);
        }
    }

    private static Optional<SharedServers> running(Path state) {
        if (!Files.exists(state)) {
            return Optional.empty();
        }
        Properties said = new Properties();
        try (var reader = Files.newBufferedReader(state)) {
            said.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Could not read " + state, unreadable);
        }
        URI control = URI.create(said.getProperty("control"));
        return ProcessHandle.of(Long.parseLong(said.getProperty("pid")))
                .filter(handle -> startOf(handle) == Long.parseLong(said.getProperty("started")))
                .map(handle -> new SharedServers(control, handle));
    }

    /** Starts the process and waits for it, while the caller holds the lock. */
    private static SharedServers start(ProcessHandle anchor, Path state, FileLock held) {
        if (!held.isValid()) {
            throw new IllegalStateException("The servers are started under the lock only");
        }
        Path log = Path.of(state.toString().replaceAll("properties$", "log"));
        try {
            Files.deleteIfExists(state);
            Process process = new ProcessBuilder(command(anchor, state))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            Awaitility.await("shared test servers")
                    .atMost(STARTUP)
                    .pollInterval(50, TimeUnit.MILLISECONDS)
                    .until(() -> Files.exists(state) || !process.isAlive());
            return running(state).orElseThrow(() -> new IllegalStateException("They did not start; see " + log));
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not start the shared test servers", failed);
        }
    }

    private static List<String> command(ProcessHandle anchor, Path state) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.addAll(List.of("-cp", classPath(), SharedServersProcess.class.getName()));
        command.addAll(List.of(Long.toString(anchor.pid()), Long.toString(startOf(anchor)), state.toString()));
        return command;
    }

    /** Surefire hides the class path behind a manifest and says it in a property of its own. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static ProcessHandle anchor(ProcessHandle testJvm) {
        Optional<ProcessHandle> ancestor = testJvm.parent();
        while (ancestor.isPresent()) {
            if (isJava(ancestor.get())) {
                return ancestor.get();
            }
            ancestor = ancestor.get().parent();
        }
        return testJvm;
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("java"))
                .orElse(false);
    }

    static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
