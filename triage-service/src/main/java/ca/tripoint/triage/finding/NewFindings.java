package ca.tripoint.triage.finding;

import ca.tripoint.triage.ruleset.Regions.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The record of a session.
 *
 * @param improved whether the client is better than before the session
 */
@Schema(name = "NewFindings", examples = """
        {"bookingId": "6f1c2b7e-8a55-4c1e-9d3c-0a4b6f1d2e3f", "improved": true, "findings": [{"muscle": "PIRIFORMIS",
         "side": "RIGHT", "tender": true, "familiarPainReproduced": true, "referredPainReducedDuringHold": true,
         "holdSeconds": 40}]}""")
record NewFindings(
        @NotNull UUID bookingId,
        @NotNull Boolean improved,
        @Nullable @Size(max = 40) List<@Valid @NotNull NewFinding> findings) {

    /** @param holdSeconds 0 where nothing was held, at most 90 (S-35) */
    record NewFinding(
            @NotNull @Size(max = 40) String muscle,
            @NotNull Side side,
            boolean tender,
            boolean familiarPainReproduced,
            boolean referredPainReducedDuringHold,
            @Min(0) @Max(90) int holdSeconds) {
        @Override
        public String toString() {
            return "NewFinding[redacted]";
        }
    }

    List<NewFinding> found() {
        return findings == null ? List.of() : findings;
    }

    @Override
    public String toString() {
        return "NewFindings[redacted]";
    }
}
