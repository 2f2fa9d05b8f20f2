package ca.tripoint.booking.booking;

import ca.tripoint.booking.client.Clients;
import ca.tripoint.booking.offer.Offer;
import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.booking.therapist.Therapist;
import ca.tripoint.booking.therapist.Therapists;
import ca.tripoint.booking.travel.Itinerary;
import ca.tripoint.booking.travel.Stop;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.travel.Travel;
import ca.tripoint.kit.outbox.Outbox;
import ca.tripoint.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One client's and some therapists' diaries, opened under their locks: between {@link #open} and the end of the transaction nobody
 * else takes time in them. (Time may come free: to call a visit off, its client's lock is enough, and to release a hold, its own.) New
 * bookings and moved ones pass the same checks.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Diary {

    /** No booking has it: nothing is left out. */
    private static final UUID NONE = new UUID(0, 0);

    private final Clients clients;
    private final Therapists therapists;
    private final BookingRepository bookings;
    private final UsedOffers usedOffers;
    private final NewBookings newBookings;
    private final Outbox outbox;
    private final Travel travel;
    private final BookingConfig config;

    Diary(
            Clients clients,
            Therapists therapists,
            BookingRepository bookings,
            UsedOffers usedOffers,
            NewBookings newBookings,
            Outbox outbox,
            Travel travel,
            BookingConfig config) {
        this.clients = clients;
        this.therapists = therapists;
        this.bookings = bookings;
        this.usedOffers = usedOffers;
        this.newBookings = newBookings;
        this.outbox = outbox;
        this.travel = travel;
        this.config = config;
    }

    /** What the locks show. */
    public record Page(UUID client, Map<UUID, Therapist> therapists) {}

    /** Looks without locks, where most losers of a race leave. Projections only: nothing read here is believed later. */
    void glance(UUID client, List<Offer> offers, Instant now) {
        for (Offer offer : offers) {
            requireUnused(offer);
            if (overlaps(
                    offer.visit(),
                    bookings.treatmentsAround(client, offer.visit(), config.betweenVisits(), NONE, now))) {
                throw Refusal.of(BookingProblem.CLIENT_BUSY);
            }
            if (bookings.isTaken(offer.therapistId(), offer.visit(), NONE, now)) {
                throw Refusal.of(BookingProblem.SLOT_TAKEN);
            }
        }
    }

    public void requireUnused(Offer offer) {
        if (usedOffers.contain(offer.id())) {
            throw Refusal.of(BookingProblem.OFFER_USED);
        }
    }

    /**
     * Locks the client, then the therapists by id; then releases, by id, the holds in these diaries that have run out. The client's
     * mark is judged before anybody else's lock is waited for.
     *
     * @param clearanceIssuedAt of the clearance that the visits rest on
     */
    public Page open(UUID client, Instant clearanceIssuedAt, Collection<UUID> therapistIds, Instant now) {
        clients.lock(client).check(clearanceIssuedAt);
        Map<UUID, Therapist> locked = therapists.lock(therapistIds);
        bookings.lockStaleHolds(client, therapistIds, now).forEach(stale -> outbox.append(stale.expire(now)));
        bookings.flush();
        return new Page(client, locked);
    }

    /**
     * Checks that the visits fit: the therapists can come and are free, the client is free and rested, the ways can be
     * travelled. What is seen here under the locks is precise; the constraints hold where somebody forgot a lock.
     *
     * @param moved the booking that a visit takes the place of; null for new ones
     */
    public void check(Page page, List<Offer> offers, @Nullable UUID moved, Instant now) {
        UUID except = moved == null ? NONE : moved;
        for (Offer offer : offers) {
            therapistOf(page, offer).objection(offer.visit()).ifPresent(problem -> {
                throw Refusal.of(problem);
            });
            checkClient(page.client(), offer, offers, except, now);
            if (bookings.isTaken(offer.therapistId(), offer.visit(), except, now)) {
                throw Refusal.of(BookingProblem.SLOT_TAKEN);
            }
            checkTravel(offer, offers, except);
        }
    }

    void checkHolds(UUID client, Instant now) {
        if (bookings.hasLiveHold(client, now)) {
            throw Refusal.of(BookingProblem.HOLD_LIMIT);
        }
    }

    /** Marks the offers as used, for good. */
    public void use(List<Offer> offers, Instant now) {
        if (!usedOffers.add(offers, now)) {
            throw Refusal.of(BookingProblem.OFFER_USED);
        }
    }

    /** Writes new bookings, all in one statement, and tells of them. */
    void enter(List<Booking> made) {
        if (!newBookings.insert(made)) {
            throw Refusal.of(BookingProblem.SLOT_TAKEN);
        }
        made.forEach(booking -> outbox.append(booking.announcement()));
    }

    private static Therapist therapistOf(Page page, Offer offer) {
        Therapist therapist = page.therapists().get(offer.therapistId());
        if (therapist == null) {
            throw new IllegalStateException("the diary of an offer's therapist is not open");
        }
        return therapist;
    }

    private void checkClient(UUID client, Offer offer, List<Offer> offers, UUID except, Instant now) {
        List<Visit> treatments =
                new ArrayList<>(bookings.treatmentsAround(client, offer.visit(), config.betweenVisits(), except, now));
        others(offer, offers).map(Offer::visit).forEach(treatments::add);
        if (overlaps(offer.visit(), treatments)) {
            throw Refusal.of(BookingProblem.CLIENT_BUSY);
        }
        if (treatments.stream().anyMatch(other -> other.apart(offer.visit()).compareTo(config.betweenVisits()) < 0)) {
            throw Refusal.of(BookingProblem.TOO_CLOSE_TO_ANOTHER_VISIT);
        }
    }

    private void checkTravel(Offer offer, List<Offer> offers, UUID except) {
        List<Stop> stops = new ArrayList<>(bookings.neighbours(offer.therapistId(), offer.visit(), except));
        others(offer, offers)
                .filter(other -> other.therapistId().equals(offer.therapistId()))
                .map(other -> Stop.of(other.visit()))
                .forEach(stops::add);
        if (!new Itinerary(stops).hasRoomFor(Stop.of(offer.visit()), travel)) {
            throw Refusal.of(BookingProblem.TRAVEL_CONFLICT);
        }
    }

    private static Stream<Offer> others(Offer offer, List<Offer> offers) {
        return offers.stream().filter(other -> other != offer);
    }

    private static boolean overlaps(Visit visit, List<Visit> others) {
        return others.stream().anyMatch(visit::overlaps);
    }
}
