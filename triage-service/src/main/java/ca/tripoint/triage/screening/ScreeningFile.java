package ca.tripoint.triage.screening;

import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.ruleset.Ruleset;
import java.util.Optional;

/**
 * A screening opened for its reader.
 *
 * @param clearance the one that can be used for booking now
 * @param rescreenDue it has been used up: the person is screened again before the next visit
 */
public record ScreeningFile(
        Screening screening,
        ScreeningContent content,
        Ruleset ruleset,
        Decision decision,
        Optional<Clearance> clearance,
        boolean rescreenDue) {

    @Override
    public String toString() {
        return "ScreeningFile[" + screening.id + "]";
    }
}
