package ca.tripoint.triage.redflag;

import ca.tripoint.triage.decision.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist saw.
 *
 * @param code a red flag of the rule set
 * @param screeningId the screening the visit was booked on
 * @param note for the clinician who looks at it; it never leaves triage
 */
@Schema(name = "NewRedFlag", examples = """
        {"clientId": "6f1c2b7e-8a55-4c1e-9d3c-0a4b6f1d2e3f", "code": "BILATERAL_NUMBNESS"}""")
record NewReport(
        @NotNull UUID clientId,
        @NotNull @Size(max = 60) String code,
        @Nullable UUID screeningId,

        @Nullable @Size(max = 2000) @Pattern(regexp = PlainText.ALLOWED)
        String note) {

    @Override
    public String toString() {
        return "NewReport[redacted]";
    }
}
