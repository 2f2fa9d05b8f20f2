package ca.tripoint.kittest;

import ca.tripoint.contracts.ScreeningEvent.ScreeningCompleted;
import ca.tripoint.kit.inbox.Inbox;
import io.opentelemetry.api.trace.Span;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down what it is told; refuses to handle version 666. */
@ApplicationScoped
class SeenEvents {

    private final Inbox inbox;
    private final EntityManager database;

    SeenEvents(Inbox inbox, EntityManager database) {
        this.inbox = inbox;
        this.database = database;
    }

    @Incoming("screenings")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, event -> {
            if (event instanceof ScreeningCompleted completed) {
                database.createNativeQuery(
                                "INSERT INTO seen (event_version, client_id, trace_id) VALUES (:version, :client, :trace)")
                        .setParameter("version", completed.version())
                        .setParameter("client", completed.clientId())
                        .setParameter("trace", Span.current().getSpanContext().getTraceId())
                        .executeUpdate();
                if (completed.version() == 666) {
                    throw new IllegalStateException("cannot handle this");
                }
            }
        });
    }

    @Transactional
    @SuppressWarnings("unchecked")
    List<Long> versionsSeenOf(UUID client) {
        return database.createNativeQuery(
                        "SELECT event_version FROM seen WHERE client_id = :client ORDER BY id", Long.class)
                .setParameter("client", client)
                .getResultList();
    }

    @Transactional
    @SuppressWarnings("unchecked")
    List<String> tracesSeenOf(UUID client) {
        return database.createNativeQuery(
                        "SELECT trace_id FROM seen WHERE client_id = :client ORDER BY id", String.class)
                .setParameter("client", client)
                .getResultList();
    }
}
