package ca.tripoint.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks over Kafka's shoulder: what travels on a topic from now on. */
final class EventWatch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);

    /** An event as it lies in Kafka. */
    record Seen(String topic, int partition, long offset, String type, String key, JsonNode value) {

        /** Where it lies, as {@code booking.sessions, partition 2, offset 17}. */
        String place() {
            return topic + ", partition " + partition + ", offset " + offset;
        }
    }

    private final KafkaConsumer<String, byte[]> consumer;
    private final ObjectMapper json = new ObjectMapper();
    private final List<Seen> seen = new ArrayList<>();

    private EventWatch(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        // Looked up now, not at the first poll, which may come after the event.
        consumer.assignment().forEach(consumer::position);
    }

    static EventWatch on(String bootstrapServers, String topic) {
        return new EventWatch(bootstrapServers, topic);
    }

    /** The first event of the type and key, here already or arriving within the time. */
    Optional<Seen> await(Duration atMost, String type, UUID key) {
        return Patience.await(atMost, () -> {
            consumer.poll(LOOK).forEach(message -> seen.add(read(message)));
            return seen.stream()
                    .filter(event -> event.type().equals(type) && event.key().equals(key.toString()))
                    .findFirst();
        });
    }

    private Seen read(ConsumerRecord<String, byte[]> message) {
        try {
            Header type = message.headers().lastHeader("ce_type");
            return new Seen(
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    type == null ? "" : new String(type.value(), StandardCharsets.UTF_8),
                    message.key(),
                    json.readTree(message.value()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
