package ca.tripoint.therapist.busy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.therapist.availability.TakenTime;
import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.busy.BusyTime.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which of the therapists' time is taken. */
@ApplicationScoped
public class BusyTimes implements PanacheRepositoryBase<BusyTime, UUID> {

    /**
     * The newest word on a booking wins, whatever order it arrives in. The events name no place, but the offer that the visit was
     * booked with: its area is written down with the first word, since offers are forgotten. Where no offer is named, or none is
     * known, the place is unknown, and a long way is assumed.
     */
    private static final String RECORD = """
            INSERT INTO busy_time
                (booking_id, version, therapist_id, state, busy_from, busy_to, hold_expires_at, offer_id, fsa)
            VALUES (:booking, :version, :therapist, :state, :from, :to, CAST(:expires AS timestamptz), CAST(:offer AS uuid),
                    (SELECT fsa FROM offer WHERE id = CAST(:offer AS uuid)))
            ON CONFLICT (booking_id) DO UPDATE SET
                version = excluded.version, therapist_id = excluded.therapist_id, state = excluded.state,
                busy_from = excluded.busy_from, busy_to = excluded.busy_to,
                hold_expires_at = excluded.hold_expires_at, offer_id = excluded.offer_id,
                fsa = CASE WHEN busy_time.offer_id = excluded.offer_id
                           THEN coalesce(busy_time.fsa, excluded.fsa)
                           ELSE excluded.fsa END
            WHERE busy_time.version < excluded.version
            """;

    /** What some therapists have in a stretch of time, by therapist. */
    public Map<UUID, List<TakenTime>> during(Collection<UUID> therapists, TimeRange time, Instant now) {
        return find("""
                        therapistId in :therapists and busyTo > :from and busyFrom < :to
                            and state <> FREE and (holdExpiresAt is null or holdExpiresAt > :now)
                        """, Map.of("therapists", therapists, "from", time.from(), "to", time.to(), "now", now))
                .project(Busy.class)
                .stream()
                .collect(groupingBy(Busy::therapistId, mapping(Busy::taken, toList())));
    }

    void held(Session session, Instant until) {
        record(session, State.HELD, until);
    }

    void booked(Session session) {
        record(session, State.BOOKED, null);
    }

    void freed(Session session) {
        record(session, State.FREE, null);
    }

    private void record(Session session, State state, @Nullable Instant holdExpiresAt) {
        getEntityManager()
                .createNativeQuery(RECORD)
                .setParameter("booking", session.bookingId())
                .setParameter("version", session.version())
                .setParameter("therapist", session.therapistId())
                .setParameter("state", state.name())
                .setParameter("from", session.busyFrom())
                .setParameter("to", session.busyTo())
                .setParameter("expires", holdExpiresAt)
                .setParameter("offer", session.offerId())
                .executeUpdate();
    }

    /** Forgets the visits that ended before an instant. */
    long forgetBefore(Instant limit) {
        return delete("busyTo < ?1", limit);
    }
}
