package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A screening to start.
 *
 * @param answers by question id; a number, a code, a list of codes, text, or "UNKNOWN" or "DECLINED"
 * @param consent without it nothing is stored
 * @param submit decides if it can be decided; then an UNKNOWN is final
 * @param basedOn an earlier screening of the same person: what is stable is filled in, to be confirmed
 * @param onBehalfOf the person it is about, where a partner asks
 * @param rulesetVersion the version that was read; another one is refused
 */
@Schema(examples = """
        {"answers": {"age": 40, "pain.regions": ["LUMBAR", "BUTTOCK_R"], "ces.bladderControlLossOrChange": "NO"},
         "consent": {"healthIntake": "v1"}, "submit": false}""")
record NewScreening(
        @Nullable Map<String, JsonNode> answers,
        @Nullable ConsentGiven consent,
        @Nullable Boolean submit,
        @Nullable UUID basedOn,
        @Nullable UUID onBehalfOf,
        @Nullable @Valid GuardianGiven guardian,
        @Nullable @Size(max = 40) String rulesetVersion) {

    /** @param healthIntake version of the consent text agreed to */
    record ConsentGiven(@Nullable String healthIntake) {}

    record GuardianGiven(
            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.ALLOWED)
            String name,

            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.ALLOWED)
            String relationship) {
        @Override
        public String toString() {
            return "GuardianGiven[redacted]";
        }
    }

    Map<String, JsonNode> given() {
        return answers == null ? Map.of() : answers;
    }

    boolean submitted() {
        return Boolean.TRUE.equals(submit);
    }

    @Override
    public String toString() {
        return "NewScreening[redacted]";
    }
}
