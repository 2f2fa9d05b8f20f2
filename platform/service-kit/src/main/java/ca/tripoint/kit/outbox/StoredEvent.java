package ca.tripoint.kit.outbox;

import ca.tripoint.contracts.EventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param type name of the event's type, as {@code session-booked}
 * @param schema type and version, as {@code urn:tripoint:event:session-booked:1}
 */
record StoredEvent(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        String schema,
        Instant occurredAt,
        @Nullable String traceparent,
        String payload) {

    /** The column {@code type} holds type and version, {@code session-booked:1}; before there were versions, the type alone. */
    static StoredEvent of(ResultSet row) throws SQLException {
        String[] type = row.getString("type").split(":", 2);
        return new StoredEvent(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                type[0],
                EventType.schema(type[0], type.length == 1 ? "1" : type[1]),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"),
                row.getString("payload"));
    }
}
