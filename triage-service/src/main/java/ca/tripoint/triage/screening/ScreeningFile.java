package ca.tripoint.triage.screening;

import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Fact;
import ca.tripoint.triage.ruleset.Ruleset;
import java.util.List;
import java.util.Optional;

/**
 * A screening opened for its reader.
 *
 * @param circumstances the day and what was known of the person then
 * @param decision as it stands, or stood when it was taken
 * @param redFlags those of the decision, and what answers raise, or raise further, that are too old to count
 * @param wouldChange the smallest sets of facts that would open booking, as they were found with the decision
 * @param clearance the one that can be used for booking now
 * @param rescreenDue it has been used up: the person is screened again before the next visit
 */
public record ScreeningFile(
        Screening screening,
        ScreeningContent content,
        Ruleset ruleset,
        Circumstances circumstances,
        Decision decision,
        List<ToldFlag> redFlags,
        List<List<Fact>> wouldChange,
        Optional<Clearance> clearance,
        boolean rescreenDue) {

    @Override
    public String toString() {
        return "ScreeningFile[" + screening.id + "]";
    }
}
