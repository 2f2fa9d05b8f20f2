package ca.tripoint.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker on loopback that is its own controller (KRaft). Its home folder holds the log and may be started again
 * later, also on other ports.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final String CLUSTER = "cluster.id";

    private final KafkaRaftServer server;
    private final Path home;
    private final int port;
    private final boolean temporary;

    private EmbeddedKafka(KafkaRaftServer server, Path home, int port, boolean temporary) {
        this.server = server;
        this.home = home;
        this.port = port;
        this.temporary = temporary;
    }

    /** A broker for tests: free port, everything deleted at the end. */
    public static EmbeddedKafka temporary() throws IOException {
        Path home = Files.createTempDirectory("tripoint-kafka-");
        RuntimeException last = new IllegalStateException("not tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return launch(home, FreePort.next(), true);
            } catch (RuntimeException portTakenMeanwhile) {
                last = portTakenMeanwhile;
            }
        }
        Folders.delete(home);
        throw last;
    }

    /** A broker whose log stays in {@code home}, on the given port. */
    public static EmbeddedKafka start(Path home, int port) throws IOException {
        return launch(home, port, false);
    }

    private static EmbeddedKafka launch(Path home, int port, boolean temporary) throws IOException {
        Files.createDirectories(home);
        Properties settings = settings(home, port, FreePort.next());
        format(home, settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException failed) {
            server.shutdown();
            throw failed;
        }
        return new EmbeddedKafka(server, home, port, temporary);
    }

    private static Properties settings(Path home, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", home.toAbsolutePath().resolve("log").toString()));
        // One broker holds the only copy of everything.
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        // Small and quick: few internal partitions, small indexes, no waiting for further group members.
        settings.putAll(Map.of(
                "num.partitions", "3",
                "auto.create.topics.enable", "true",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.num.partitions", "3",
                "log.index.size.max.bytes", "1048576",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "4194304",
                // A broker that was killed may come back after the time its old self is taken to be alive.
                "broker.session.timeout.ms", "2000",
                "broker.heartbeat.interval.ms", "500"));
        return settings;
    }

    /** Writes the log folder's identity; a folder that has one is left as it is. */
    private static void format(Path home, Properties settings) throws IOException {
        Path identity = home.resolve(CLUSTER);
        if (!Files.exists(identity)) {
            Files.writeString(identity, Uuid.randomUuid().toString());
        }
        Path file = home.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] command = {"format", "-t", Files.readString(identity), "-c", file.toString(), "--ignore-formatted"};
        int code = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IOException("Could not format " + home + ": " + said.toString(StandardCharsets.UTF_8));
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates the topics that are not there yet. */
    public static void createTopics(String bootstrapServers, Collection<String> names, int partitions)
            throws IOException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = names.stream()
                    .filter(name -> !present.contains(name))
                    .map(name -> new NewTopic(name, partitions, (short) 1))
                    .collect(Collectors.toList());
            admin.createTopics(missing).all().get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IOException("Could not create the topics " + names, failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while creating topics", interrupted);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary) {
            Folders.delete(home);
        }
    }

    /** A process of its own: {@code EmbeddedKafka <home> <port>}, until it is terminated. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedKafka kafka = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Standalone.untilTerminated("Kafka on " + kafka.bootstrapServers(), kafka);
    }
}
