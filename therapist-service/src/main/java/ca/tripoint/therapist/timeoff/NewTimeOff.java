package ca.tripoint.therapist.timeoff;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.therapist.availability.TimeRange;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a therapist will be away. */
@Schema(examples = """
                {"from":"2027-03-15T00:00:00-04:00","to":"2027-03-16T00:00:00-04:00"}""")
record NewTimeOff(
        @NotNull @Schema(description = "First moment away.") OffsetDateTime from,

        @NotNull @Schema(description = "Back from this moment on.")
        OffsetDateTime to) {

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 9999;

    TimeRange time() {
        if (from.getYear() < EARLIEST_YEAR || to.getYear() > LATEST_YEAR) {
            throw Refusal.invalidField(from.getYear() < EARLIEST_YEAR ? "from" : "to", "out-of-range");
        }
        if (!from.toInstant().isBefore(to.toInstant())) {
            throw Refusal.invalidField("to", "not-after-from");
        }
        return new TimeRange(
                from.toInstant().truncatedTo(ChronoUnit.SECONDS),
                to.toInstant().plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS));
    }
}
