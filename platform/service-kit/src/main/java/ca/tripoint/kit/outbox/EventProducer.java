package ca.tripoint.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's side of the relay: an idempotent producer, and CloudEvents 1.0 in binary mode. */
@ApplicationScoped
class EventProducer {

    private final OutboxConfig config;

    EventProducer(OutboxConfig config) {
        this.config = config;
    }

    Producer<String, String> open() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        config.bootstrapServers(),
                        ProducerConfig.CLIENT_ID_CONFIG,
                        config.service() + "-outbox",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new StringSerializer());
    }

    ProducerRecord<String, String> toRecord(StoredEvent event) {
        ProducerRecord<String, String> message = new ProducerRecord<>(event.topic(), event.key(), event.payload());
        header(message, "ce_id", event.eventId().toString());
        header(message, "ce_source", "/" + config.service());
        header(message, "ce_specversion", "1.0");
        header(message, "ce_type", event.type());
        header(message, "ce_time", event.occurredAt().toString());
        header(message, "ce_subject", event.key());
        header(message, "ce_dataschema", event.schema());
        header(message, "content-type", "application/json");
        if (event.traceparent() != null) {
            header(message, "traceparent", event.traceparent());
        }
        return message;
    }

    private static void header(ProducerRecord<String, String> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
