package ca.tripoint.triage.screening;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answers before a visit; true is a yes.
 *
 * @param bookingId the visit
 * @param changes any new numbness, weakness, bladder, bowel or saddle change, fever or worsening
 * @param health any new medicine, diagnosis, operation or pregnancy
 * @param events any fall, injury or medical advice since
 */
@Schema(examples = """
        {"bookingId": "6f1c2b7e-8a55-4c1e-9d3c-0a4b6f1d2e3f", "changes": false, "health": false, "events": false}""")
record NewReconfirmation(
        @NotNull UUID bookingId,
        @NotNull Boolean changes,
        @NotNull Boolean health,
        @NotNull Boolean events) {

    /** Three times no. */
    boolean confirms() {
        return !changes && !health && !events;
    }

    @Override
    public String toString() {
        return "NewReconfirmation[redacted]";
    }
}
