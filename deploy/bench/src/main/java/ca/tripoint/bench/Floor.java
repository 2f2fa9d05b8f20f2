package ca.tripoint.bench;

import ca.tripoint.embedded.Database;
import ca.tripoint.embedded.EmbeddedPostgres;
import ca.tripoint.embedded.FreePort;
import ca.tripoint.embedded.Leash;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Repository;
import ca.tripoint.local.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** The bare endpoint, running: a process of its own, its table in the same PostgreSQL server as the service's. */
public final class Floor implements AutoCloseable {
    private static final String NAME = "floor";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Leash process;
    private final URI url;

    private Floor(Leash process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Beside triage-service, whose keys, Kafka and PostgreSQL server it shares. */
    public static Floor start(LocalSystem system) throws SQLException {
        Database database = EmbeddedPostgres.createDatabase(system.administration(), NAME, NAME);
        int port = FreePort.next();
        Map<String, String> environment = new TreeMap<>(system.environment(Service.TRIAGE));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        Path target = Repository.here().root().resolve("deploy/bench/floor/target");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-jar",
                target.resolve("quarkus-app/quarkus-run.jar").toString());
        Floor floor = new Floor(
                Leash.start("TERM", command, environment, target.resolve("floor.log")),
                URI.create("http://127.0.0.1:" + port + "/v1/rows"));
        floor.awaitReady(port);
        return floor;
    }

    private void awaitReady(int port) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("the floor did not start; see deploy/bench/floor/target/floor.log");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where a row of so many bytes is stored. */
    public URI rowOf(long bytes) {
        return URI.create(url + "?bytes=" + bytes);
    }

    @Override
    public void close() {
        process.close();
    }
}
