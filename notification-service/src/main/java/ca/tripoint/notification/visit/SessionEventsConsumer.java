package ca.tripoint.notification.visit;

import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to {@code booking.sessions}. */
@ApplicationScoped
class SessionEventsConsumer {

    private final Inbox inbox;
    private final Visits visits;

    SessionEventsConsumer(Inbox inbox, Visits visits) {
        this.inbox = inbox;
        this.visits = visits;
    }

    @Incoming("sessions")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, (eventId, event) -> {
            if (event instanceof SessionEvent session) {
                visits.heard(eventId, session);
            }
        });
    }
}
