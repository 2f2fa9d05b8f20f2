package ca.tripoint.booking.revocation;

import ca.tripoint.booking.booking.Booking;
import ca.tripoint.booking.booking.BookingRepository;
import ca.tripoint.booking.client.Clients;
import ca.tripoint.booking.therapist.Therapist;
import ca.tripoint.booking.therapist.Therapists;
import ca.tripoint.contracts.RosterEvent;
import ca.tripoint.contracts.SessionEvent.RevocationCause;
import ca.tripoint.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes visits back, free of charge.
 *
 * <p>A booking and an event about the same person meet on one lock. Either the booking was first: then the event finds it. Or the
 * event was first: then the booking finds its mark and is refused.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Revocations {

    private static final Logger LOG = Logger.getLogger(Revocations.class);

    private final Clients clients;
    private final Therapists therapists;
    private final BookingRepository bookings;
    private final Outbox outbox;
    private final Clock clock;

    Revocations(Clients clients, Therapists therapists, BookingRepository bookings, Outbox outbox, Clock clock) {
        this.clients = clients;
        this.therapists = therapists;
        this.bookings = bookings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Refuses the client's clearances issued until then; visits that are booked stay. */
    void refuseClearances(UUID client, Instant until) {
        clients.refuseClearancesUntil(client, until);
    }

    /** Refuses the client's clearances issued until then, and takes back every open visit that rests on one of them. */
    void revoke(UUID client, Instant until, RevocationCause cause) {
        clients.refuseClearancesUntil(client, until);
        // A second statement: it sees what was committed while the first one waited for the lock.
        Instant now = clock.instant();
        revoke(bookings.lockOpenOfClient(client, until, now), cause, now);
    }

    /** Writes down what the roster tells, and takes back the visits that the therapist can make no more. */
    void learn(RosterEvent event) {
        Instant now = clock.instant();
        Therapist therapist = therapists.learn(event, now);
        List<Booking> impossible = bookings.lockFutureOfTherapist(therapist.id(), now).stream()
                .filter(booking -> therapist.objection(booking.visit()).isPresent())
                .toList();
        revoke(impossible, RevocationCause.THERAPIST, now);
    }

    private void revoke(List<Booking> visits, RevocationCause cause, Instant now) {
        for (Booking visit : visits) {
            outbox.append(visit.revoke(cause, now));
            // Without the cause: it can be a person's health.
            LOG.infof("booking %s revoked", visit.id());
        }
    }
}
