package ca.tripoint.booking.client;

import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.kit.problem.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moment until which a client's clearances are refused: triage has taken back all that were issued until then, and newer answers
 * speak for the person.
 *
 * @param refusedBefore null while triage has never taken a clearance back
 */
public record Mark(@Nullable Instant refusedBefore) {

    /** Refuses with {@code clearance-revoked} what rests on a clearance from before the mark, or from its very moment. */
    public void check(Instant clearanceIssuedAt) {
        if (refusedBefore != null && !clearanceIssuedAt.isAfter(refusedBefore)) {
            throw Refusal.of(BookingProblem.CLEARANCE_REVOKED);
        }
    }
}
