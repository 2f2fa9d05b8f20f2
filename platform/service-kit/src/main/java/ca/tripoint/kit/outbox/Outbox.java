package ca.tripoint.kit.outbox;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.EventType;
import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.transaction.Writes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where events are written, in the same transaction as the change that they tell of. The aggregate's row must be locked before:
 * the row's id is drawn when the transaction ends, still under that lock, so that the ids of one aggregate's events grow in the
 * order of its changes.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, key, type, occurred_at, traceparent, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final Writes writes;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;
    private final Json json;
    private final Clock clock;

    Outbox(Writes writes, TransactionSynchronizationRegistry transaction, OutboxRelay relay, Json json, Clock clock) {
        this.writes = writes;
        this.transaction = transaction;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        EventType type = EventType.of(event);
        writes.add(
                INSERT,
                UUID.randomUUID(),
                type.topic().topicName(),
                event.key().toString(),
                type.versionedName(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                traceparent(),
                json.write(event));
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
