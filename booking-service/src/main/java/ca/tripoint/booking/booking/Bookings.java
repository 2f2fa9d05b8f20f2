package ca.tripoint.booking.booking;

import ca.tripoint.booking.booking.Booking.Made;
import ca.tripoint.booking.clearance.Clearance;
import ca.tripoint.booking.clearance.Clearances;
import ca.tripoint.booking.offer.Offer;
import ca.tripoint.booking.offer.Offers;
import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Books. One transaction, READ COMMITTED, in this order:
 *
 * <ol>
 *   <li>the idempotency key; then clearance and offers are verified, with keys that are at hand
 *   <li>a look without locks, where most losers leave
 *   <li>the client's lock; a clearance issued until the client's mark is refused
 *   <li>the therapists' locks, by id; what the roster has told is checked again, since an event that came before the booking
 *       would otherwise revoke nothing
 *   <li>holds that have run out are released
 *   <li>the client is free and rested, and the ways can be travelled
 *   <li>the offers are used up and the bookings inserted, all in one statement that gives way to whoever was first
 *   <li>the events
 * </ol>
 *
 * The locks are taken in the same order everywhere: client, therapists by id, bookings by id.
 */
@Startup
@ApplicationScoped
public class Bookings {

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clearances clearances;
    private final Offers offers;
    private final Diary diary;
    private final NewBookings newBookings;
    private final Treatments treatments;
    private final Doors doors;
    private final FeeSchedule fees;
    private final HoldLength hold;
    private final Clock clock;

    Bookings(
            Transactions transactions,
            Idempotency idempotency,
            Clearances clearances,
            Offers offers,
            Diary diary,
            NewBookings newBookings,
            Treatments treatments,
            Doors doors,
            FeeSchedule fees,
            HoldLength hold,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clearances = clearances;
        this.offers = offers;
        this.diary = diary;
        this.newBookings = newBookings;
        this.treatments = treatments;
        this.doors = doors;
        this.fees = fees;
        this.hold = hold;
        this.clock = clock;
    }

    /** Books or holds one visit. */
    public Idempotency.Outcome book(Idempotency.Attempt attempt, Order order) {
        UUID id = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, id, () -> make(order, List.of(id), null)));
    }

    /** Books several visits, all or none. The outcome's id is the course's. */
    public Idempotency.Outcome bookCourse(Idempotency.Attempt attempt, Order order) {
        UUID course = UUID.randomUUID();
        List<UUID> ids = order.offers().stream().map(offer -> UUID.randomUUID()).toList();
        return transactions.run(() -> idempotency.once(attempt, course, () -> make(order, ids, course)));
    }

    /** Does all that {@link #book} does, and takes it back: what would happen, with nothing stored and nobody told. */
    Booking rehearse(Order order) {
        try {
            transactions.run(() -> {
                throw new Rehearsed(
                        make(order, List.of(UUID.randomUUID()), null).getFirst());
            });
        } catch (Rehearsed rehearsed) {
            return rehearsed.booking;
        }
        throw new IllegalStateException("a rehearsal was not taken back");
    }

    /** Rolls a rehearsal back. */
    private static final class Rehearsed extends RuntimeException {

        private final transient Booking booking;

        Rehearsed(Booking booking) {
            super("rehearsed", null, false, false);
            this.booking = booking;
        }
    }

    private List<Booking> make(Order order, List<UUID> ids, @Nullable UUID course) {
        Instant now = clock.instant();
        UUID client = order.client();
        Clearance clearance = clearances.verify(order.clearance(), client);
        List<Offer> chosen = offers.verify(order.offers(), client);
        requireSuitable(chosen, clearance, course != null);

        diary.glance(client, chosen, now);

        Diary.Page page = diary.open(
                client,
                clearance.issuedAt(),
                chosen.stream().map(Offer::therapistId).toList(),
                now);
        if (order.hold()) {
            diary.checkHolds(client, now);
        }
        diary.check(page, chosen, null, now);

        diary.use(chosen, now);
        if (course != null) {
            newBookings.insertCourse(course, client, now);
        }
        List<Booking> made = new ArrayList<>();
        for (int at = 0; at < chosen.size(); at++) {
            Offer offer = chosen.get(at);
            UUID id = ids.get(at);
            byte[] requirements = treatments.seal(clearance.requires(), id, client);
            byte[] address = doors.seal(offer.address(), id, client);
            Made visit = new Made(id, client, course, clearance, requirements, offer, address, fees, now);
            made.add(order.hold() ? Booking.held(visit, hold.kept()) : Booking.confirmed(visit));
        }
        diary.enter(made);
        return made;
    }

    private static void requireSuitable(List<Offer> chosen, Clearance clearance, boolean isCourse) {
        if (isCourse && chosen.size() > clearance.sessions()) {
            throw Refusal.of(BookingProblem.COURSE_TOO_LONG).with("sessions", clearance.sessions());
        }
        if (!chosen.stream().allMatch(offer -> offer.suits(clearance.requires()))) {
            throw Refusal.of(BookingProblem.OFFER_UNSUITABLE);
        }
    }
}
