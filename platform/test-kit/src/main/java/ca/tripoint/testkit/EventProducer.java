package ca.tripoint.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as another service would: CloudEvents 1.0, binary mode. */
public final class EventProducer implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    private EventProducer(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** To the broker of the service under test. */
    public static EventProducer open() {
        return new EventProducer(EventProbe.ownBroker());
    }

    public static EventProducer open(String bootstrapServers) {
        return new EventProducer(bootstrapServers);
    }

    /** Publishes an event, in its type's first version, with a new id and returns that id. */
    public UUID publish(String topic, UUID key, String source, String type, Object value) {
        UUID id = UUID.randomUUID();
        publish(topic, key, source, type, value, id);
        return id;
    }

    /** Publishes an event under a given id: twice the same id is a redelivery. */
    public RecordMetadata publish(String topic, UUID key, String source, String type, Object value, UUID id) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_subject", key.toString());
        headers.put("ce_dataschema", "urn:tripoint:event:" + type + ":1");
        headers.put("content-type", "application/json");
        return send(topic, key.toString(), headers, Json.write(value));
    }

    /** Any bytes with any headers, for what a healthy service would never send. */
    public RecordMetadata send(String topic, String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            return producer.send(record).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Could not publish to " + topic, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
