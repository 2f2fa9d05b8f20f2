package ca.tripoint.booking.clearance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may be massaged, says triage. It is checked when a visit is booked, and is worth nothing from the moment on that triage
 * takes back all clearances issued until then ({@link #isRefused}).
 *
 * @param issuedAt to the millisecond
 * @param sessions how many visits the suggested course has
 */
public record Clearance(UUID id, UUID screeningId, Instant issuedAt, Requirements requires, int sessions) {

    /**
     * A clearance issued at the very moment of the mark is refused too.
     *
     * @param refusedBefore the client's mark; null while triage has never taken a clearance back
     */
    public static boolean isRefused(Instant issuedAt, @Nullable Instant refusedBefore) {
        return refusedBefore != null && !issuedAt.isAfter(refusedBefore);
    }
}
