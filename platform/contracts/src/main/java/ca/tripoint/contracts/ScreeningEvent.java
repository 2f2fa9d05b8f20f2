package ca.tripoint.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What triage-service says about a client. Never an answer, an outcome or a reason: ids and times. */
public sealed interface ScreeningEvent extends Event {

    UUID clientId();

    @Override
    default UUID key() {
        return clientId();
    }

    /** A screening was decided, whatever its outcome. */
    record ScreeningCompleted(UUID screeningId, UUID clientId, long version, Instant decidedAt)
            implements ScreeningEvent {}

    /**
     * A warning sign fired: nobody massages this client until a new screening clears them. Clearances issued at or before
     * {@code detectedAt} are worth nothing. Sent once per screening, and again if the urgency rises.
     *
     * @param screeningId the screening in which it fired, or under which the visit was booked
     */
    record RedFlagDetected(UUID screeningId, UUID clientId, long version, Instant detectedAt)
            implements ScreeningEvent {}

    /**
     * Clearances issued to the client at or before {@code refusedBefore} are worth nothing.
     *
     * @param replacedByScreeningId the screening whose newer clearance takes their place: visits already booked stay;
     *     without it future visits are revoked too
     */
    record ClearanceRevoked(
            UUID clientId,
            long version,
            Instant refusedBefore,
            @Nullable UUID replacedByScreeningId,
            Instant revokedAt) implements ScreeningEvent {}
}
