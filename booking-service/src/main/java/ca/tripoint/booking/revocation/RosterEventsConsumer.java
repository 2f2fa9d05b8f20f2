package ca.tripoint.booking.revocation;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.RosterEvent;
import ca.tripoint.contracts.ScreeningEvent;
import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to the roster: who cannot come any more. */
@ApplicationScoped
class RosterEventsConsumer {

    private final Inbox inbox;
    private final Revocations revocations;

    RosterEventsConsumer(Inbox inbox, Revocations revocations) {
        this.inbox = inbox;
        this.revocations = revocations;
    }

    @Incoming("roster")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this::handle);
    }

    private void handle(Event event) {
        switch (event) {
            case RosterEvent told -> revocations.learn(told);
            case ScreeningEvent elsewhere -> throw ScreeningEventsConsumer.misplaced(elsewhere);
            case SessionEvent elsewhere -> throw ScreeningEventsConsumer.misplaced(elsewhere);
        }
    }
}
