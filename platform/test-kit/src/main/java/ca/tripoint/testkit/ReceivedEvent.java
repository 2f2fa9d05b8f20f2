package ca.tripoint.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as it lay on the topic. */
public record ReceivedEvent(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable JsonNode value) {

    public ReceivedEvent {
        headers = Map.copyOf(headers);
    }

    /** The CloudEvents type, such as {@code session-booked}; empty if there is none. */
    public String type() {
        return header("ce_type");
    }

    /** The CloudEvents id; empty if there is none. */
    public String id() {
        return header("ce_id");
    }

    /** A header's value; empty if there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** A text member of the value, such as {@code bookingId}; empty if there is none. */
    public String text(String member) {
        return value == null ? "" : value.path(member).asText();
    }

    static ReceivedEvent from(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new ReceivedEvent(
                record.topic(), record.partition(), record.offset(), record.key(), headers, Json.read(record.value()));
    }
}
