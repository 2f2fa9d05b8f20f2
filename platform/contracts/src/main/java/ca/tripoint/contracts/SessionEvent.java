package ca.tripoint.contracts;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What booking-service says about a visit. Every event carries the visit as it now stands. */
public sealed interface SessionEvent extends Event {

    Session session();

    @Override
    default UUID key() {
        return session().bookingId();
    }

    @Override
    default long version() {
        return session().version();
    }

    /** The time is kept for the client until {@code holdExpiresAt}. */
    record SessionHeld(Session session, Instant holdExpiresAt, Instant heldAt) implements SessionEvent {}

    /** A hold ran out or was given up: the time is free again. */
    record SessionReleased(Session session, Instant releasedAt) implements SessionEvent {}

    record SessionBooked(Session session, Instant bookedAt) implements SessionEvent {}

    /** @param previous where and with whom the visit was before; that time is free again */
    record SessionRescheduled(Session session, Occupancy previous, Instant rescheduledAt) implements SessionEvent {}

    /** @param by null where a later producer says something that this version has no word for */
    record SessionCancelled(
            Session session,

            @JsonFormat(with = READ_UNKNOWN_ENUM_VALUES_AS_NULL) @Nullable
            CancelledBy by,

            Instant cancelledAt)
            implements SessionEvent {}

    /**
     * The visit may not take place; the client owes nothing and the time is free again.
     *
     * @param cause null where a later producer says something that this version has no word for
     */
    record SessionRevoked(
            Session session,

            @JsonFormat(with = READ_UNKNOWN_ENUM_VALUES_AS_NULL) @Nullable
            RevocationCause cause,

            Instant revokedAt)
            implements SessionEvent {}

    /**
     * A visit.
     *
     * @param version grows with every change of the booking
     * @param courseId the course it belongs to, if it was booked as part of one
     * @param screeningId the screening that cleared the client for it
     * @param offerId the offer that its therapist, time and place are from; null in events from before it was told
     * @param start first minute of treatment
     * @param end end of treatment, exclusive
     * @param zone IANA id of the clock on the client's wall
     * @param busyFrom from when the therapist is taken: set-up included, travel not
     * @param busyTo until when the therapist is taken: pack-down included, travel not; exclusive
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(
            UUID bookingId,
            long version,
            UUID clientId,
            UUID therapistId,
            @Nullable UUID courseId,
            UUID screeningId,
            @Nullable UUID offerId,
            Instant start,
            Instant end,
            String zone,
            Instant busyFrom,
            Instant busyTo) {}

    /**
     * A therapist's time that was taken.
     *
     * @param zone IANA id of the clock on the client's wall there; null in events from before it was told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Occupancy(
            UUID therapistId,
            Instant start,
            Instant end,
            @Nullable String zone,
            Instant busyFrom,
            Instant busyTo) {}

    enum CancelledBy {
        CLIENT,
        THERAPIST,
        OPERATIONS
    }

    enum RevocationCause {
        /** The client had a warning sign; the safety message speaks for this too. */
        RED_FLAG,
        /** The client's clearance no longer stands. */
        CLEARANCE,
        /** The therapist can no longer come: credential, time off or leave. */
        THERAPIST
    }
}
