package ca.tripoint.testkit.infrastructure;

import ca.tripoint.embedded.Database;
import ca.tripoint.embedded.Folders;
import java.io.File;
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
import java.util.stream.Stream;
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
        try {
            Path all = Files.createDirectories(
                    Path.of(System.getProperty("java.io.tmpdir"), "tripoint-test-" + System.getProperty("user.name")));
            Path folder = all.resolve(key(anchor));
            try (FileChannel channel = FileChannel.open(
                            all.resolve(key(anchor) + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Optional<SharedServers> running = running(folder);
                if (running.isPresent()) {
                    return running.get();
                }
                forgetTheDead(all);
                return start(anchor, folder, lock);
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

    private static Optional<SharedServers> running(Path folder) {
        Path state = stateIn(folder);
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
    private static SharedServers start(ProcessHandle anchor, Path folder, FileLock held) {
        if (!held.isValid()) {
            throw new IllegalStateException("The servers are started under the lock only");
        }
        Path log = folder.resolve("servers.log");
        try {
            Files.createDirectories(temporary(folder));
            Files.deleteIfExists(stateIn(folder));
            Process process = new ProcessBuilder(command(anchor, folder))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            Awaitility.await("shared test servers")
                    .atMost(STARTUP)
                    .pollInterval(50, TimeUnit.MILLISECONDS)
                    .until(() -> Files.exists(stateIn(folder)) || !process.isAlive());
            return running(folder).orElseThrow(() -> new IllegalStateException("They did not start; see " + log));
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not start the shared test servers", failed);
        }
    }

    /** What servers left that were killed together with their build. */
    private static void forgetTheDead(Path all) throws IOException {
        try (Stream<Path> folders = Files.list(all)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                String[] key = folder.getFileName().toString().split("-");
                boolean anchorLives = ProcessHandle.of(Long.parseLong(key[0]))
                        .filter(anchor ->
                                key(anchor).equals(folder.getFileName().toString()))
                        .isPresent();
                if (!anchorLives
                        && Files.exists(stateIn(folder))
                        && running(folder).isEmpty()) {
                    Folders.delete(folder);
                    Files.deleteIfExists(all.resolve(folder.getFileName() + ".lock"));
                }
            }
        }
    }

    private static List<String> command(ProcessHandle anchor, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.add("-Djava.io.tmpdir=" + temporary(folder));
        command.addAll(List.of("-cp", classPath(), SharedServersProcess.class.getName()));
        command.addAll(List.of(Long.toString(anchor.pid()), Long.toString(startOf(anchor)), folder.toString()));
        return command;
    }

    static Path stateIn(Path folder) {
        return folder.resolve("state.properties");
    }

    private static Path temporary(Path folder) {
        return folder.resolve("servers");
    }

    private static String key(ProcessHandle anchor) {
        return anchor.pid() + "-" + startOf(anchor);
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
