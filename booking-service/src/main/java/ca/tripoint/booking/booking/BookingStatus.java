package ca.tripoint.booking.booking;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a booking stands.
 *
 * <pre>
 * HELD ──▶ CONFIRMED
 *  ├─▶ EXPIRED   │
 *  └──────┬──────┘
 *         └─▶ CANCELLED, REVOKED
 * </pre>
 *
 * The others are words of the API that clients and the table's constraints know already; nothing leads to them yet.
 */
public enum BookingStatus {
    /** The time is kept for the client, not yet booked. */
    HELD,
    CONFIRMED,
    /** The treatment is under way. */
    IN_SESSION,
    COMPLETED,
    /** A hold that was not confirmed in time. */
    EXPIRED,
    /** Somebody called it off. */
    CANCELLED,
    /** It may not or cannot take place any more: a warning sign, a clearance withdrawn, a therapist who cannot come. */
    REVOKED,
    /** The client was not there. */
    NO_SHOW,
    /** People must decide. */
    NEEDS_ATTENTION;

    /** Those that take up the therapist's and the client's time. */
    static final Set<BookingStatus> OCCUPYING = Set.of(HELD, CONFIRMED, IN_SESSION);

    public boolean occupiesTime() {
        return OCCUPYING.contains(this);
    }

    /** Whether the therapist is expected at the door. */
    boolean isExpected() {
        return this == CONFIRMED || this == IN_SESSION;
    }

    boolean mayBecome(BookingStatus next) {
        return switch (this) {
            case HELD ->
                EnumSet.of(HELD, CONFIRMED, EXPIRED, CANCELLED, REVOKED).contains(next);
            case CONFIRMED -> EnumSet.of(CONFIRMED, CANCELLED, REVOKED).contains(next);
            case IN_SESSION, COMPLETED, EXPIRED, CANCELLED, REVOKED, NO_SHOW, NEEDS_ATTENTION -> false;
        };
    }
}
