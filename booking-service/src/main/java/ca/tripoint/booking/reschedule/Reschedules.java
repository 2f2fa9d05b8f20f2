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
import ca.tripoint.booking.clearance.Clearance;
import ca.tripoint.booking.clearance.Clearances;
import ca.tripoint.booking.clearance.Requirements;
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
 * that the visit was booked with carries the moved visit too, unless triage has taken it back; a newer one takes its place where the
 * client sends one, as must a client who was screened again.
 */
@ApplicationScoped
class Reschedules {

    private final Transactions transactions;
    private final Clients clients;
    private final BookingRepository bookings;
    private final Clearances clearances;
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
            Clearances clearances,
            Offers offers,
            Diary diary,
            Treatments treatments,
            Doors doors,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.clients = clients;
        this.bookings = bookings;
        this.clearances = clearances;
        this.offers = offers;
        this.diary = diary;
        this.treatments = treatments;
        this.doors = doors;
        this.outbox = outbox;
        this.clock = clock;
    }

    BookingView move(UUID id, Viewer viewer, @Nullable String ifMatch, NewTime request) {
        return Promise.kept(() -> transactions.run(() -> {
            Parties known = bookings.parties(id).orElseThrow(Refusal::notFound);
            viewer.asOwner().requireSight(known.clientId(), known.therapistId());
            new Version(known.version()).requireMatch(ifMatch);
            Clearance newer =
                    request.clearance() == null ? null : clearances.verify(request.clearance(), known.clientId());
            Offer offer = offers.verify(request.offer(), known.clientId());
            Instant now = clock.instant();

            Diary.Page page = open(id, known.clientId(), newer, offer, now);
            Booking booking = bookings.lock(id).orElseThrow(Refusal::notFound);
            new Version(booking.version()).requireMatch(ifMatch);
            check(booking, newer, offer, viewer, now);
            diary.check(page, List.of(offer), id, now);

            diary.use(List.of(offer), now);
            if (newer != null) {
                booking.restOn(newer, treatments.seal(newer.requires(), id, booking.clientId()));
            }
            SessionEvent moved = booking.moveTo(offer, doors.seal(offer.address(), id, booking.clientId()), now);
            bookings.flush();
            outbox.append(moved);
            return BookingView.of(booking);
        }));
    }

    /** The visit's therapist and clearance may have changed until the client's lock was had, and not after. */
    private Diary.Page open(UUID id, UUID client, @Nullable Clearance newer, Offer offer, Instant now) {
        clients.lock(client);
        Parties settled = bookings.parties(id).orElseThrow(Refusal::notFound);
        return diary.open(
                client,
                newer == null ? settled.clearanceIssuedAt() : newer.issuedAt(),
                List.of(settled.therapistId(), offer.therapistId()),
                now);
    }

    private void check(Booking booking, @Nullable Clearance newer, Offer offer, Viewer viewer, Instant now) {
        booking.requireMovable(now);
        diary.requireUnused(offer);
        Requirements requires = newer == null ? treatments.open(booking) : newer.requires();
        if (!offer.suits(requires)) {
            throw Refusal.of(BookingProblem.OFFER_UNSUITABLE);
        }
        boolean free = CancellationPolicy.terms(booking, now, CancelledBy.CLIENT)
                .amount()
                .isZero();
        if (!free && !viewer.operations()) {
            throw Refusal.of(BookingProblem.TOO_LATE_TO_RESCHEDULE);
        }
    }
}
