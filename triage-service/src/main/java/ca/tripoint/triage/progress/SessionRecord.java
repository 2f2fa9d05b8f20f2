package ca.tripoint.triage.progress;

import ca.tripoint.triage.plan.Finding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One session as its therapist recorded it. */
public record SessionRecord(
        UUID id, UUID bookingId, UUID screeningId, UUID clientId, UUID therapistId, Instant recordedAt, Found found) {

    /** The sealed part. */
    public record Found(boolean improved, List<Finding> findings) {
        @Override
        public String toString() {
            return "Found[redacted]";
        }
    }
}
