package ca.tripoint.notification.roster;

import ca.tripoint.contracts.RosterEvent.TherapistChanged;
import ca.tripoint.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to {@code therapist.roster} for names; credentials and time off are of no concern here. */
@ApplicationScoped
class RosterEventsConsumer {

    private final Inbox inbox;
    private final TherapistNames names;

    RosterEventsConsumer(Inbox inbox, TherapistNames names) {
        this.inbox = inbox;
        this.names = names;
    }

    @Incoming("roster")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, event -> {
            if (event instanceof TherapistChanged change) {
                names.learn(change);
            }
        });
    }
}
