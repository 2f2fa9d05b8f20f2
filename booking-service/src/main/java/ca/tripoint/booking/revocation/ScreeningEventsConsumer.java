package ca.tripoint.booking.revocation;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.RosterEvent;
import ca.tripoint.contracts.ScreeningEvent.ClearanceRevoked;
import ca.tripoint.contracts.ScreeningEvent.RedFlagDetected;
import ca.tripoint.contracts.ScreeningEvent.ScreeningCompleted;
import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.contracts.SessionEvent.RevocationCause;
import ca.tripoint.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to triage: who may not be massaged any more. */
@ApplicationScoped
class ScreeningEventsConsumer {

    private final Inbox inbox;
    private final Revocations revocations;

    ScreeningEventsConsumer(Inbox inbox, Revocations revocations) {
        this.inbox = inbox;
        this.revocations = revocations;
    }

    @Incoming("screenings")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this::handle);
    }

    private void handle(Event event) {
        switch (event) {
            case RedFlagDetected flag ->
                revocations.revoke(flag.clientId(), flag.detectedAt(), RevocationCause.RED_FLAG);
            case ClearanceRevoked revoked -> {
                if (revoked.replacedByScreeningId() == null) {
                    revocations.revoke(revoked.clientId(), revoked.refusedBefore(), RevocationCause.CLEARANCE);
                } else {
                    revocations.refuseClearances(revoked.clientId(), revoked.refusedBefore());
                }
            }
            case ScreeningCompleted nothingToDo -> {}
            case RosterEvent elsewhere -> throw misplaced(elsewhere);
            case SessionEvent elsewhere -> throw misplaced(elsewhere);
        }
    }

    static IllegalArgumentException misplaced(Event event) {
        return new IllegalArgumentException(event.getClass().getSimpleName() + " does not belong on this topic");
    }
}
