package ca.tripoint.booking.therapist;

import ca.tripoint.booking.visit.Visit;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time during which the therapist is away, or the memory that it was taken back (then without times): a removal that comes before
 * its addition must not be forgotten.
 *
 * @param toAt exclusive
 */
@Embeddable
record TimeOff(
        long version, @Nullable Instant fromAt, @Nullable Instant toAt) {

    static TimeOff added(long version, Instant from, Instant to) {
        return new TimeOff(version, from, to);
    }

    static TimeOff removed(long version) {
        return new TimeOff(version, null, null);
    }

    boolean meets(Visit visit) {
        return fromAt != null
                && toAt != null
                && fromAt.isBefore(visit.busyTo())
                && visit.busyFrom().isBefore(toAt);
    }

    boolean isOver(Instant now) {
        return toAt != null && !toAt.isAfter(now);
    }
}
