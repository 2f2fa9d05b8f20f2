package ca.tripoint.booking.booking;

import jakarta.persistence.Embeddable;
import java.time.Duration;

/**
 * What cancelling costs, as it was agreed when the visit was booked: a change of the rules does not reach back.
 *
 * @param graceMinutes how long after it was booked, or moved last, it costs nothing
 * @param freeMinutes how long before the start it still costs nothing
 * @param reducedMinutes how long before the start it still costs the reduced share; later it costs everything
 * @param reducedPercent the reduced share of the total
 */
@Embeddable
public record FeeSchedule(int graceMinutes, int freeMinutes, int reducedMinutes, int reducedPercent) {

    public FeeSchedule {
        if (graceMinutes < 0 || reducedMinutes < 0 || freeMinutes < reducedMinutes) {
            throw new IllegalArgumentException("freeMinutes must be at least reducedMinutes, and none negative");
        }
        if (reducedPercent < 0 || reducedPercent > 100) {
            throw new IllegalArgumentException("reducedPercent must be from 0 to 100");
        }
    }

    public Duration grace() {
        return Duration.ofMinutes(graceMinutes);
    }

    public Duration free() {
        return Duration.ofMinutes(freeMinutes);
    }

    public Duration reduced() {
        return Duration.ofMinutes(reducedMinutes);
    }
}
