package ca.tripoint.notification.safety;

import ca.tripoint.contracts.ScreeningEvent.RedFlagDetected;
import ca.tripoint.kit.inbox.Inbox;
import ca.tripoint.notification.notice.News;
import ca.tripoint.notification.notice.Notices;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Listens to {@code triage.screenings} for warning signs. Each is told, whatever its version: a safety message that comes late
 * does no harm, one that is passed over may.
 */
@ApplicationScoped
class ScreeningEventsConsumer {

    private final Inbox inbox;
    private final Notices notices;

    ScreeningEventsConsumer(Inbox inbox, Notices notices) {
        this.inbox = inbox;
        this.notices = notices;
    }

    @Incoming("screenings")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, (eventId, event) -> {
            if (event instanceof RedFlagDetected warning) {
                notices.tell(eventId, News.safety(warning.clientId()));
            }
        });
    }
}
