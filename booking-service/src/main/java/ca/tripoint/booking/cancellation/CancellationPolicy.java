package ca.tripoint.booking.cancellation;

import ca.tripoint.booking.booking.Booking;
import ca.tripoint.booking.booking.Fee;
import ca.tripoint.booking.booking.Fee.Reason;
import ca.tripoint.booking.booking.FeeSchedule;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What cancelling costs at a moment, by the terms that were agreed when the visit was booked; the time of grace runs from then or,
 * where it was moved, from the last move. Times are elapsed, not read off a
 * clock: on the night that the clocks change, 24 hours are 24 hours.
 *
 * <p>A share is taken of the total with taxes. <strong>No accountant has reviewed the tax on cancellation fees.</strong>
 */
public final class CancellationPolicy {

    private CancellationPolicy() {}

    public static Fee terms(Booking booking, Instant now, CancelledBy by) {
        if (by != CancelledBy.CLIENT) {
            return Fee.none(Reason.NOT_THE_CLIENTS_DOING);
        }
        Instant agreedAt = booking.agreedAt();
        if (agreedAt == null) {
            return Fee.none(Reason.NOT_BOOKED_YET);
        }
        FeeSchedule fees = booking.fees();
        if (Duration.between(agreedAt, now).compareTo(fees.grace()) <= 0) {
            return Fee.none(Reason.JUST_BOOKED);
        }
        Duration left = Duration.between(now, booking.visit().startAt());
        if (left.compareTo(fees.free()) >= 0) {
            return Fee.none(Reason.IN_GOOD_TIME);
        }
        if (left.compareTo(fees.reduced()) >= 0) {
            BigDecimal share = BigDecimal.valueOf(fees.reducedPercent(), 2);
            return new Fee(booking.price().total().share(share), Reason.SHORT_NOTICE);
        }
        return new Fee(booking.price().total(), Reason.LAST_MINUTE);
    }

    /** Up to and including then it costs the client nothing. */
    public static Instant freeUntil(Booking booking) {
        return butNotBeforeGraceEnds(
                booking.visit().startAt().minus(booking.fees().free()), booking);
    }

    /** Up to and including then it costs the client no more than the reduced share. */
    public static Instant reducedUntil(Booking booking) {
        return butNotBeforeGraceEnds(
                booking.visit().startAt().minus(booking.fees().reduced()), booking);
    }

    private static Instant butNotBeforeGraceEnds(Instant moment, Booking booking) {
        Instant agreedAt = booking.agreedAt();
        // A hold costs nothing as long as it is kept.
        Instant graceEnds = agreedAt == null
                ? booking.holdExpiresAt()
                : agreedAt.plus(booking.fees().grace());
        return graceEnds == null || moment.isAfter(graceEnds) ? moment : graceEnds;
    }
}
