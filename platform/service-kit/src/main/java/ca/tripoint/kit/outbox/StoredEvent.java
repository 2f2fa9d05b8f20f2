package ca.tripoint.kit.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. */
record StoredEvent(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        Instant occurredAt,
        @Nullable String traceparent,
        String payload) {

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"),
                row.getString("payload"));
    }
}
