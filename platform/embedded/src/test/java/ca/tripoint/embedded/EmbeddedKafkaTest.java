package ca.tripoint.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private static final String TOPIC = "booking.sessions";

    @Test
    void records_survive_a_restart_on_another_port(@TempDir Path home) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(home, FreePort.next())) {
            EmbeddedKafka.createTopics(kafka.bootstrapServers(), List.of(TOPIC), 3);
            send(kafka, "session-1", "booked");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(home, FreePort.next())) {
            EmbeddedKafka.createTopics(kafka.bootstrapServers(), List.of(TOPIC), 3);

            assertThat(partitions(kafka)).isEqualTo(3);
            assertThat(first(kafka).value()).isEqualTo("booked");
        }
    }

    private static void send(EmbeddedKafka kafka, String key, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key, value)).get();
        }
    }

    private static int partitions(EmbeddedKafka kafka) {
        try (var consumer = consumer(kafka)) {
            return consumer.partitionsFor(TOPIC).size();
        }
    }

    private static ConsumerRecord<String, String> first(EmbeddedKafka kafka) {
        try (var consumer = consumer(kafka)) {
            consumer.subscribe(List.of(TOPIC));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    return record;
                }
            }
            throw new AssertionError("No record arrived");
        }
    }

    private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
