package ca.tripoint.kit.outbox;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.EventType;
import ca.tripoint.kit.json.Json;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where events are written, in the same transaction as the change that they tell of. The aggregate's row must be locked before:
 * the row's id is drawn here, so that the ids of one aggregate's events grow in the order of its changes.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, key, type, occurred_at, traceparent, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;
    private final Json json;
    private final Clock clock;

    Outbox(
            DataSource database,
            TransactionSynchronizationRegistry transaction,
            OutboxRelay relay,
            Json json,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        append(List.of(event));
    }

    /** In this order, in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Event event : events) {
                EventType type = EventType.of(event);
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, type.topic().topicName());
                insert.setString(3, event.key().toString());
                insert.setString(4, type.versionedName());
                insert.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                insert.setString(6, traceparent());
                insert.setString(7, json.write(event));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("events could not be written", failure);
        }
        transaction.registerInterposedSynchronization(new WakeAfterCommit());
    }

    private static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    private final class WakeAfterCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            // nothing to prepare
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
