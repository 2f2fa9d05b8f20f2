package ca.tripoint.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kafka's side of the relay: an idempotent producer, and CloudEvents 1.0 in binary mode. */
@ApplicationScoped
class EventProducer {

    private final String bootstrapServers;
    private final String source;

    EventProducer(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.bootstrapServers = bootstrapServers;
        this.source = "/" + service;
    }

    Producer<String, String> open() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        source.substring(1) + "-outbox",
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
        header(message, "ce_source", source);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_type", event.type());
        header(message, "ce_time", event.occurredAt().toString());
        header(message, "ce_subject", event.key());
        header(message, "ce_dataschema", "urn:tripoint:event:" + event.type() + ":1");
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
