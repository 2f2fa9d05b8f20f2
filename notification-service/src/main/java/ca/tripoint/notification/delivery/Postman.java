package ca.tripoint.notification.delivery;

import ca.tripoint.notification.contact.Contact;
import ca.tripoint.notification.contact.Contacts;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Hands one message to the mail server, outside any transaction, and records what came of it. */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    private final Deliveries deliveries;
    private final Contacts contacts;
    private final Letters letters;
    private final ReactiveMailer mailer;
    private final DeliveryConfig config;

    Postman(Deliveries deliveries, Contacts contacts, Letters letters, ReactiveMailer mailer, DeliveryConfig config) {
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.letters = letters;
        this.mailer = mailer;
        this.config = config;
    }

    void deliver(Parcel parcel) {
        try {
            Contact reader = contacts.of(parcel.notice().recipientId())
                    .orElseThrow(() -> new IllegalStateException("the contact is gone"));
            mailer.send(letters.write(parcel, reader)).await().atMost(config.patience());
        } catch (RuntimeException failure) {
            report(parcel, failure, deliveries.failed(parcel));
            return;
        }
        deliveries.sent(parcel);
        LOG.infof(
                "message %s sent (%s)",
                parcel.deliveryId(), parcel.notice().kind().apiName());
    }

    /** A mail server's answer may repeat the address: only the kind of failure is told. */
    private static void report(Parcel parcel, RuntimeException failure, Delivery.Status now) {
        String reason = failure.getClass().getSimpleName();
        if (now == Delivery.Status.FAILED) {
            LOG.errorf("message %s given up after attempt %d (%s)", parcel.deliveryId(), parcel.attempt(), reason);
        } else {
            LOG.warnf("message %s not sent at attempt %d (%s)", parcel.deliveryId(), parcel.attempt(), reason);
        }
    }
}
