package ca.tripoint.booking.reschedule;

import ca.tripoint.booking.booking.Booking;
import ca.tripoint.booking.booking.BookingRepository;
import ca.tripoint.booking.booking.BookingRepository.Parties;
import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.booking.booking.Diary;
import ca.tripoint.booking.booking.Doors;
import ca.tripoint.booking.booking.Treatments;
import ca.tripoint.booking.booking.Viewer;
import ca.tripoint.booking.cancellation.CancellationPolicy;
import ca.tripoint.booking.client.Clients;
import ca.tripoint.booking.offer.Offer;
import ca.tripoint.booking.offer.Offers;
import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.booking.problem.Promise;
import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.outbox.Outbox;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves a booked visit to another offer: the client's lock, both therapists', then one UPDATE. The old time is free and the new one
 * taken at the same moment, or nothing has changed.
 *
 * <p>Moving is free, and so it is possible only while cancelling would be: otherwise it would be a way round the fee. The clearance
 * that the visit was booked with carries the moved visit too, unless triage has taken it back.
 */
@ApplicationScoped
class Reschedules {

    private final Transactions transactions;
    private final Clients clients;
    private final BookingRepository bookings;
    private final Offers offers;
    private final Diary diary;
    private final Treatments treatments;
    private final Doors doors;
    private final Outbox outbox;
    private final Clock clock;

    Reschedules(
            Transactions transactions,
            Clients clients,
            BookingRepository bookings,
            Offers offers,
            Diary diary,
            Treatments treatments,
            Doors doors,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.clients = clients;
        this.bookings = bookings;
        this.offers = offers;
        this.diary = diary;
        this.treatments = treatments;
        this.doors = doors;
        this.outbox = outbox;
        this.clock = clock;
    }

    BookingView move(UUID id, Viewer viewer, @Nullable String ifMatch, String token) {
        return Promise.kept(() -> transactions.run(() -> {
            Parties known = bookings.parties(id).orElseThrow(Refusal::notFound);
            viewer.asOwner().requireSight(known.clientId(), known.therapistId());
            new Version(known.version()).requireMatch(ifMatch);
            Offer offer = offers.verify(token, known.clientId());
            Instant now = clock.instant();

            Diary.Page page = open(id, known.clientId(), offer, now);
            Booking booking = bookings.lock(id).orElseThrow(Refusal::notFound);
            new Version(booking.version()).requireMatch(ifMatch);
            check(booking, offer, page, viewer, now);

            diary.use(List.of(offer), now);
            SessionEvent moved = booking.moveTo(offer, doors.seal(offer.address(), id, booking.clientId()), now);
            bookings.flush();
            outbox.append(moved);
            return BookingView.of(booking);
        }));
    }

    /** The visit's therapist may have changed until the client's lock was had, and not after. */
    private Diary.Page open(UUID id, UUID client, Offer offer, Instant now) {
        clients.lock(client);
        UUID therapist = bookings.parties(id).orElseThrow(Refusal::notFound).therapistId();
        return diary.open(client, List.of(therapist, offer.therapistId()), now);
    }

    private void check(Booking booking, Offer offer, Diary.Page page, Viewer viewer, Instant now) {
        booking.requireMovable(now);
        page.refuseIfIssuedUntilMark(booking.clearanceIssuedAt());
        if (!offer.suits(treatments.open(booking))) {
            throw Refusal.of(BookingProblem.OFFER_UNSUITABLE);
        }
        boolean free = CancellationPolicy.terms(booking, now, CancelledBy.CLIENT)
                .amount()
                .isZero();
        if (!free && !viewer.operations()) {
            throw Refusal.of(BookingProblem.TOO_LATE_TO_RESCHEDULE);
        }
        diary.check(page, List.of(offer), booking.id(), now);
    }
}
