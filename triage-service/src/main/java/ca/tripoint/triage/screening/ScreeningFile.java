package ca.tripoint.triage.screening;

import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.ruleset.Ruleset;
import java.util.Optional;

/** A screening opened for its reader. */
public record ScreeningFile(
        Screening screening,
        ScreeningContent content,
        Ruleset ruleset,
        Decision decision,
        Optional<Clearance> clearance) {

    @Override
    public String toString() {
        return "ScreeningFile[" + screening.id + "]";
    }
}
