package ca.tripoint.triage.redflag;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a therapist reported, opened for those whose task it is to read it. */
public record Report(
        UUID id,
        UUID therapistId,
        UUID screeningId,
        Instant reportedAt,
        String code,
        @Nullable String note) {

    @Override
    public String toString() {
        return "Report[" + id + "]";
    }
}
