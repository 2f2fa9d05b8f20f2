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
 * What cancelling costs at a moment, by the terms that were agreed when the visit was booked. Times are elapsed, not read off a
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
        Instant bookedAt = booking.bookedAt();
        if (bookedAt == null) {
            return Fee.none(Reason.NOT_BOOKED_YET);
        }
        FeeSchedule fees = booking.fees();
        if (Duration.between(bookedAt, now).compareTo(fees.grace()) <= 0) {
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
}
