package ca.tripoint.notification.delivery;

import ca.tripoint.notification.contact.Contact;
import ca.tripoint.notification.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Hands one message to the mail server, outside any transaction, and records what came of it. */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    private final Deliveries deliveries;
    private final Contacts contacts;
    private final Letters letters;
    private final MailSubmission server;

    Postman(Deliveries deliveries, Contacts contacts, Letters letters, MailSubmission server) {
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.letters = letters;
        this.server = server;
    }

    void deliver(Parcel parcel) {
        try {
            Contact reader = contacts.of(parcel.notice().recipientId())
                    .orElseThrow(() -> new IllegalStateException("the contact is gone"));
            server.submit(letters.write(parcel, reader));
        } catch (RuntimeException | Error failure) {
            report(parcel, failure, deliveries.failed(parcel));
            return;
        }
        deliveries.sent(parcel);
        LOG.infof(
                "message %s sent (%s)",
                parcel.deliveryId(), parcel.notice().kind().apiName());
    }

    /** A mail server's answer may repeat the address: only the kinds of failure are told. */
    private static void report(Parcel parcel, Throwable failure, Delivery.Status now) {
        String reason = kinds(failure);
        if (now == Delivery.Status.FAILED) {
            LOG.errorf("message %s given up after attempt %d (%s)", parcel.deliveryId(), parcel.attempt(), reason);
        } else {
            LOG.warnf("message %s not sent at attempt %d (%s)", parcel.deliveryId(), parcel.attempt(), reason);
        }
    }

    private static String kinds(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(" ← "));
    }
}
