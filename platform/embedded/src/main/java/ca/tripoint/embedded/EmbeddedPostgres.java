package ca.tripoint.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgreSQL server on loopback. Its home folder holds the data, the superuser's password and the log, and may be
 * started again later; passwords are checked (SCRAM), so a service reaches its own database and no other.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;

    private final Leash server;
    private final Path home;
    private final int port;
    private final boolean temporary;

    private EmbeddedPostgres(Leash server, Path home, int port, boolean temporary) {
        this.server = server;
        this.home = home;
        this.port = port;
        this.temporary = temporary;
    }

    /** A fast server for tests: free port, no fsync, everything deleted at the end. */
    public static EmbeddedPostgres temporary() throws IOException {
        Path home = Files.createTempDirectory("tripoint-postgres-");
        try {
            return start(home, Durability.NONE, true);
        } catch (IOException | RuntimeException failed) {
            Folders.delete(home);
            throw failed;
        }
    }

    /** A server whose data stay in {@code home}, on a free port. */
    public static EmbeddedPostgres start(Path home, Durability durability) throws IOException {
        return start(home, durability, false);
    }

    /** A server whose data stay in {@code home}, on the given port. */
    public static EmbeddedPostgres start(Path home, int port, Durability durability) throws IOException {
        return launch(home, port, durability, false);
    }

    private static EmbeddedPostgres start(Path home, Durability durability, boolean temporary) throws IOException {
        IOException last = new IOException("not tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return launch(home, FreePort.next(), durability, temporary);
            } catch (IOException portTakenMeanwhile) {
                last = portTakenMeanwhile;
            }
        }
        throw last;
    }

    private static EmbeddedPostgres launch(Path home, int port, Durability durability, boolean temporary)
            throws IOException {
        Path programs = PostgresBinaries.unpacked();
        Folders.secret(home);
        if (!Files.exists(data(home).resolve("PG_VERSION"))) {
            initialise(programs, home);
        }
        awaitNoPredecessor(home);
        List<String> command = asOrdinaryUser(programs.resolve("bin/postgres"));
        command.addAll(List.of("-D", data(home).toString(), "-p", Integer.toString(port)));
        durability.settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Leash server = Leash.start("INT", command, Map.of(), home.resolve("postgres.log"));
        EmbeddedPostgres postgres = new EmbeddedPostgres(server, home, port, temporary);
        try {
            postgres.awaitReady();
            return postgres;
        } catch (IOException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** A server whose owner was killed is still stopping in order; two on the same data there must not be. */
    private static void awaitNoPredecessor(Path home) throws IOException {
        Path file = data(home).resolve("postmaster.pid");
        long deadline = System.nanoTime() + STARTUP.toNanos();
        while (isHeld(file) && System.nanoTime() < deadline) {
            Pause.briefly();
        }
    }

    private static boolean isHeld(Path postmasterFile) throws IOException {
        try {
            List<String> lines = Files.readAllLines(postmasterFile);
            return !lines.isEmpty()
                    && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .flatMap(process -> process.info().command())
                            .filter(program -> program.endsWith("postgres"))
                            .isPresent();
        } catch (NoSuchFileException released) {
            return false;
        }
    }

    private static void initialise(Path programs, Path home) throws IOException {
        Folders.delete(data(home));
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Path password = Folders.writeSecret(password(home), HexFormat.of().formatHex(secret));
        List<String> command = asOrdinaryUser(programs.resolve("bin/initdb"));
        command.addAll(List.of("-D", data(home).toString(), "-U", "postgres", "--pwfile=" + password));
        command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--no-sync"));
        command.addAll(List.of("--locale-provider=builtin", "--locale=C.UTF-8", "--lc-collate=C", "--lc-ctype=C"));
        command.addAll(List.of("--lc-messages=C", "--lc-monetary=C", "--lc-numeric=C", "--lc-time=C"));
        Process initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (initdb.waitFor() != 0) {
                throw new IOException("initdb failed in " + home + ":\n" + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while creating " + home, interrupted);
        }
    }

    /** PostgreSQL refuses to run as root; inside a user namespace of its own it does not see that it is. */
    private static List<String> asOrdinaryUser(Path program) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            Process namespace = new ProcessBuilder("unshare", "-U", "true").start();
            try {
                if (namespace.waitFor() != 0) {
                    throw new IOException("PostgreSQL does not run as root and this machine allows no user namespaces:"
                            + " please run as an ordinary user");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        return command;
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        SQLException last = null;
        while (server.isAlive() && System.nanoTime() < deadline) {
            try (Connection connection = administration().connect()) {
                if (connection.isValid(2)) {
                    return;
                }
            } catch (SQLException notYet) {
                last = notYet;
                Pause.briefly();
            }
        }
        throw new IOException(
                "PostgreSQL did not start on port " + port + "; see " + home.resolve("postgres.log"), last);
    }

    /** The superuser's view, for creating databases and reading statistics. */
    public Database administration() throws IOException {
        return administration(home, port);
    }

    /** The superuser's view of a server started by another process from the same home. */
    public static Database administration(Path home, int port) throws IOException {
        return new Database(url(port, "postgres"), "postgres", Files.readString(password(home)));
    }

    /** Creates a database with its owner, or sets the owner's password if both are there. */
    public Database createDatabase(String name, String password) throws IOException, SQLException {
        return createDatabase(administration(), name, password);
    }

    /** The same, seen from another process: through the superuser's connection. */
    public static Database createDatabase(Database administration, String name, String password) throws SQLException {
        if (!name.matches("[a-z][a-z0-9_]{0,62}") || !password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException(
                    "name: lower case letters, digits and _; password: letters, digits, _ -");
        }
        try (Connection connection = administration.connect();
                Statement statement = connection.createStatement()) {
            String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            statement.execute(verb + " ROLE " + name + " LOGIN PASSWORD '" + password + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
                statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
            }
        }
        return new Database(administration.jdbcUrl().replaceAll("/postgres$", "/" + name), name, password);
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    @Override
    public void close() {
        server.close();
        if (temporary) {
            Folders.delete(home);
        }
    }

    private static Path data(Path home) {
        return home.toAbsolutePath().resolve("data");
    }

    private static Path password(Path home) {
        return home.toAbsolutePath().resolve("superuser.password");
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** What a power cut may cost: nothing in a system people use, everything in a test. */
    public enum Durability {
        FULL,
        NONE;

        private Map<String, String> settings() {
            Map<String, String> common = new TreeMap<>(Map.of(
                    "listen_addresses", "127.0.0.1",
                    "unix_socket_directories", "",
                    "max_connections", "200",
                    "shared_buffers", "128MB",
                    "timezone", "UTC",
                    "log_timezone", "UTC",
                    "jit", "off"));
            if (this == NONE) {
                common.putAll(Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off"));
            }
            return common;
        }
    }

    /** A process of its own: {@code EmbeddedPostgres <home> <port>}, with full durability, until it is terminated. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedPostgres postgres = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Durability.FULL);
        postgres.server.onExit(code -> Standalone.end(code));
        Standalone.untilTerminated("PostgreSQL on 127.0.0.1:" + postgres.port, postgres);
    }
}
