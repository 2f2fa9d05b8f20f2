package ca.tripoint.testkit.infrastructure;

import ca.tripoint.embedded.Database;
import ca.tripoint.embedded.EmbeddedKafka;
import ca.tripoint.embedded.EmbeddedPostgres;
import ca.tripoint.embedded.Folders;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * The process that holds the shared servers: {@code <anchor pid> <anchor start> <folder>}. It hands out databases and
 * brokers over HTTP, takes them back when the JVM that asked has ended, and ends itself with its anchor.
 */
final class SharedServersProcess implements AutoCloseable {
    private static final PrintStream LOG = System.out;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
    private final Map<Long, EmbeddedKafka> brokers = new ConcurrentHashMap<>();
    private final HttpServer control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    private SharedServersProcess() throws IOException {
        control.setExecutor(Executors.newCachedThreadPool());
        control.createContext("/databases", exchange -> answer(exchange, this::newDatabase));
        control.createContext("/broker", exchange -> answer(exchange, this::broker));
        control.start();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long anchorPid = Long.parseLong(arguments[0]);
        long anchorStart = Long.parseLong(arguments[1]);
        Path folder = Path.of(arguments[2]);
        CountDownLatch anchorEnded = new CountDownLatch(1);
        ProcessHandle.of(anchorPid)
                .filter(anchor -> SharedServers.startOf(anchor) == anchorStart)
                .ifPresentOrElse(anchor -> anchor.onExit().thenRun(anchorEnded::countDown), anchorEnded::countDown);
        SharedServersProcess servers = new SharedServersProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.end(folder), "shutdown"));
        servers.announce(folder);
        anchorEnded.await();
        LOG.println("The build has ended");
        System.exit(0);
    }

    private void announce(Path folder) {
        ProcessHandle self = ProcessHandle.current();
        Folders.writeSecret(
                SharedServers.stateIn(folder),
                "pid=%d%nstarted=%d%ncontrol=http://127.0.0.1:%d%n"
                        .formatted(
                                self.pid(),
                                SharedServers.startOf(self),
                                control.getAddress().getPort()));
    }

    private Map<String, String> newDatabase(ProcessHandle owner) {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        String name = "test_" + owner.pid() + "_" + HexFormat.of().formatHex(random);
        try {
            Database database = postgres.createDatabase(name, HexFormat.of().formatHex(random));
            owner.onExit().thenRun(() -> drop(name));
            return Map.of("url", database.jdbcUrl(), "username", database.username(), "password", database.password());
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("Could not create " + name, failed);
        }
    }

    private void drop(String name) {
        try (Connection connection = postgres.administration().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
            statement.execute("DROP ROLE " + name);
        } catch (IOException | SQLException atShutdown) {
            LOG.println(name + " was not dropped: " + atShutdown.getMessage());
        }
    }

    private Map<String, String> broker(ProcessHandle owner) {
        EmbeddedKafka broker = brokers.computeIfAbsent(owner.pid(), pid -> {
            owner.onExit().thenRun(() -> retire(pid));
            try {
                return EmbeddedKafka.temporary();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private synchronized void retire(long owner) {
        EmbeddedKafka broker = brokers.remove(owner);
        if (broker != null) {
            broker.close();
        }
    }

    private void answer(HttpExchange exchange, Lending lending) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            ProcessHandle owner =
                    ProcessHandle.of(Long.parseLong(query.replace("pid=", ""))).orElseThrow();
            send(exchange, 200, properties(lending.to(owner)));
        } catch (RuntimeException failed) {
            failed.printStackTrace(LOG);
            send(exchange, 500, failed.toString());
        }
    }

    private static String properties(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\"))
                .append('\n'));
        return text.toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void end(Path folder) {
        try {
            close();
            Folders.delete(folder);
            Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".lock"));
        } catch (IOException | UncheckedIOException failed) {
            LOG.println("Not all was cleared away: " + failed);
        }
    }

    @Override
    public synchronized void close() {
        control.stop(0);
        brokers.keySet().forEach(this::retire);
        postgres.close();
    }

    private interface Lending {
        Map<String, String> to(ProcessHandle owner);
    }
}
