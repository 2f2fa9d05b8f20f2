package ca.tripoint.testkit;

import ca.tripoint.embedded.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Sees what arrives on topics from the moment it is opened, as another service would. It belongs to one thread.
 *
 * <pre>{@code
 * try (EventProbe probe = EventProbe.on("booking.sessions")) {
 *     … book …
 *     ReceivedEvent booked = probe.await(event -> event.type().equals("session-booked") && id.equals(event.key()));
 * }
 * }</pre>
 */
public final class EventProbe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int PARTITIONS = 3;

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ReceivedEvent> received = new ArrayList<>();

    private EventProbe(String bootstrapServers, List<String> topics) {
        try {
            EmbeddedKafka.createTopics(bootstrapServers, topics, PARTITIONS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** What arrives from now on, on the broker of the service under test. */
    public static EventProbe on(String... topics) {
        return at(ownBroker(), topics);
    }

    /** What arrives from now on, on any broker. */
    public static EventProbe at(String bootstrapServers, String... topics) {
        EventProbe probe = new EventProbe(bootstrapServers, List.of(topics));
        probe.consumer.seekToEnd(probe.consumer.assignment());
        // The position is looked up now, not at the first poll, which may come after the event.
        probe.consumer.assignment().forEach(probe.consumer::position);
        return probe;
    }

    /** All that is on the topics, from their beginning. */
    public static EventProbe fromBeginning(String... topics) {
        EventProbe probe = new EventProbe(ownBroker(), List.of(topics));
        probe.consumer.seekToBeginning(probe.consumer.assignment());
        return probe;
    }

    /** The first event that matches, already here or arriving within ten seconds. */
    public ReceivedEvent await(Predicate<ReceivedEvent> wanted) {
        return await(PATIENCE, wanted);
    }

    public ReceivedEvent await(Duration patience, Predicate<ReceivedEvent> wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<ReceivedEvent> found = find(wanted);
        while (found.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("No such event within " + patience + "; received: " + received);
            }
            poll();
            found = find(wanted);
        }
        return found.get();
    }

    /** All that has arrived, those that are waiting at the broker included. */
    public List<ReceivedEvent> received() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return List.copyOf(received);
    }

    /** What is wanted may itself look at all that was {@link #received}, which can add to it. */
    private Optional<ReceivedEvent> find(Predicate<ReceivedEvent> wanted) {
        return List.copyOf(received).stream().filter(wanted).findFirst();
    }

    private void poll() {
        consumer.poll(LOOK).forEach(record -> received.add(ReceivedEvent.from(record)));
    }

    static String ownBroker() {
        return Objects.requireNonNull(
                System.getProperty(TripointInfrastructure.KAFKA), "TripointInfrastructure has not been started");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
