package ca.tripoint.triage.decision;

import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Advice;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;
import java.util.List;
import java.util.Set;

/**
 * What the person is told to do: from a floor of ASSESSMENT_FIRST upwards at once, otherwise with the decision.
 *
 * @param adjustments codes of those that apply
 * @param inTheWay codes of the red flags and gates that keep this person from booking
 */
record AdviceGiven(Ruleset ruleset, Sheet sheet, Set<String> adjustments, Set<String> inTheWay) {

    List<String> at(Outcome outcome, Outcome floor) {
        Outcome level = outcome == Outcome.INCOMPLETE ? floor : outcome;
        if (outcome == Outcome.INCOMPLETE && !floor.graverThan(Outcome.PROCEED_WITH_ADJUSTMENTS)) {
            return List.of();
        }
        return ruleset.advice().stream()
                .filter(advice -> advice.outcomes().contains(level))
                .filter(this::suits)
                .map(Advice::code)
                .toList();
    }

    private boolean suits(Advice advice) {
        boolean holds = advice.when() == null || sheet.truths(advice.when()) == Truths.TRUE;
        boolean adjusted = advice.adjustment() == null || adjustments.contains(advice.adjustment());
        boolean beside = advice.withoutAdjustment() == null || !adjustments.contains(advice.withoutAdjustment());
        boolean alone = !advice.unlessOnly().isEmpty() && advice.unlessOnly().containsAll(inTheWay);
        return holds && adjusted && beside && !alone;
    }

    @Override
    public String toString() {
        return "AdviceGiven[redacted]";
    }
}
