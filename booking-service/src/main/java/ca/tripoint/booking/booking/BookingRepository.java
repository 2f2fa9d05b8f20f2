package ca.tripoint.booking.booking;

import ca.tripoint.booking.travel.Stop;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.place.Area;
import ca.tripoint.canada.place.Coordinates;
import ca.tripoint.canada.place.Fsa;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The bookings' table. Methods that return bookings lock them, except those that only show. */
@ApplicationScoped
public class BookingRepository implements PanacheRepositoryBase<Booking, UUID> {

    /** Longest time that a booking keeps a therapist busy ({@code booking_within_half_a_day}). */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final Set<BookingStatus> OPEN = Set.of(BookingStatus.HELD, BookingStatus.CONFIRMED);

    /** Where the therapist is or was: what a journey starts from or leads to. */
    private static final Set<BookingStatus> STOPS = Set.of(
            BookingStatus.HELD,
            BookingStatus.CONFIRMED,
            BookingStatus.IN_SESSION,
            BookingStatus.COMPLETED,
            BookingStatus.NO_SHOW);

    /** The treatments after which the body rests. */
    private static final Set<BookingStatus> TREATMENTS =
            Set.of(BookingStatus.HELD, BookingStatus.CONFIRMED, BookingStatus.IN_SESSION, BookingStatus.COMPLETED);

    /** As a lock timeout: what is locked is passed over (jakarta.persistence.Timeout). */
    private static final int SKIP_LOCKED = -2;

    /** Whose booking it is, who comes, its version, and what it rests on; without loading it. */
    public record Parties(UUID clientId, UUID therapistId, long version, Instant clearanceIssuedAt) {}

    public Optional<Parties> parties(UUID id) {
        return getEntityManager()
                .createQuery("""
                        SELECT b.clientId, b.therapistId, b.version, b.grounds.clearanceIssuedAt
                        FROM Booking b WHERE b.id = :id
                        """, Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new Parties(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, Long.class),
                        row.get(3, Instant.class)))
                .findFirst();
    }

    public Optional<Booking> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The holds that have run out, of a client and of therapists, locked by id. */
    List<Booking> lockStaleHolds(UUID client, Collection<UUID> therapists, Instant now) {
        return find(
                        "status = ?1 AND holdExpiresAt <= ?2 AND (clientId = ?3 OR therapistId IN (?4)) ORDER BY id",
                        BookingStatus.HELD,
                        now,
                        client,
                        therapists)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The holds that have run out and that nobody else is dealing with, locked by id. */
    public List<Booking> lockUnwaitedStaleHolds(Instant now, int most) {
        return find("status = ?1 AND holdExpiresAt <= ?2 ORDER BY id", BookingStatus.HELD, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .page(0, most)
                .list();
    }

    /** A client's visits that are still to come or under way, and rest on a clearance issued until then, locked by id. */
    public List<Booking> lockOpenOfClient(UUID client, Instant clearanceIssuedUntil, Instant now) {
        return find(
                        "clientId = ?1 AND grounds.clearanceIssuedAt <= ?2 AND status IN (?3) AND visit.endAt > ?4 ORDER BY id",
                        client,
                        clearanceIssuedUntil,
                        OPEN,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** All visits of a course, locked by id. */
    public List<Booking> lockOfCourse(UUID course) {
        return find("courseId = ?1 ORDER BY id", course)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** A therapist's visits that are still to come, locked by id. */
    public List<Booking> lockFutureOfTherapist(UUID therapist, Instant now) {
        return find("therapistId = ?1 AND status IN (?2) AND visit.startAt > ?3 ORDER BY id", therapist, OPEN, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whether the therapist is taken at that time, by any booking but one; a hold that has run out takes nobody. */
    boolean isTaken(UUID therapist, Visit visit, UUID except, Instant now) {
        return getEntityManager()
                        .createQuery("""
                                SELECT count(b) FROM Booking b
                                WHERE b.therapistId = :therapist AND b.status IN (:occupying) AND b.id <> :except
                                AND b.visit.busyFrom < :busyTo AND b.visit.busyFrom > :earliest AND b.visit.busyTo > :busyFrom
                                AND (b.holdExpiresAt IS NULL OR b.holdExpiresAt > :now)
                                """, Long.class)
                        .setParameter("therapist", therapist)
                        .setParameter("occupying", BookingStatus.OCCUPYING)
                        .setParameter("except", except)
                        .setParameter("busyFrom", visit.busyFrom())
                        .setParameter("busyTo", visit.busyTo())
                        .setParameter("earliest", visit.busyFrom().minus(LONGEST))
                        .setParameter("now", now)
                        .getSingleResult()
                > 0;
    }

    /** The client's treatments that lie within a time of a visit on either side, but one. Holds that have run out do not count. */
    List<Visit> treatmentsAround(UUID client, Visit visit, Duration around, UUID except, Instant now) {
        return getEntityManager()
                .createQuery("""
                        SELECT b.visit FROM Booking b
                        WHERE b.clientId = :client AND b.status IN (:treatments) AND b.id <> :except
                        AND b.visit.startAt < :to AND b.visit.endAt > :from
                        AND (b.holdExpiresAt IS NULL OR b.holdExpiresAt > :now)
                        """, Visit.class)
                .setParameter("client", client)
                .setParameter("treatments", TREATMENTS)
                .setParameter("except", except)
                .setParameter("from", visit.startAt().minus(around))
                .setParameter("to", visit.endAt().plus(around))
                .setParameter("now", now)
                .getResultList();
    }

    boolean hasLiveHold(UUID client, Instant now) {
        return count("clientId = ?1 AND status = ?2 AND holdExpiresAt > ?3", client, BookingStatus.HELD, now) > 0;
    }

    /** The therapist's nearest stops before and after a visit, but one. */
    List<Stop> neighbours(UUID therapist, Visit visit, UUID except) {
        List<Stop> before =
                stops("busyFrom < :edge AND b.visit.busyTo <= :edge", "DESC", therapist, visit.busyFrom(), except);
        List<Stop> after = stops("busyFrom >= :edge", "ASC", therapist, visit.busyTo(), except);
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    private List<Stop> stops(String where, String order, UUID therapist, Instant edge, UUID except) {
        return getEntityManager()
                .createQuery("""
                        SELECT b.visit.busyFrom, b.visit.busyTo, b.visit.fsa, b.visit.latitude, b.visit.longitude FROM Booking b
                        WHERE b.therapistId = :therapist AND b.status IN (:stops) AND b.id <> :except AND b.visit.%s
                        ORDER BY b.visit.busyFrom %s
                        """.formatted(where, order), Tuple.class)
                .setParameter("therapist", therapist)
                .setParameter("stops", STOPS)
                .setParameter("except", except)
                .setParameter("edge", edge)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Stop(
                        row.get(0, Instant.class),
                        row.get(1, Instant.class),
                        new Area(
                                new Fsa(row.get(2, String.class)),
                                new Coordinates(row.get(3, Double.class), row.get(4, Double.class)))))
                .toList();
    }
}
