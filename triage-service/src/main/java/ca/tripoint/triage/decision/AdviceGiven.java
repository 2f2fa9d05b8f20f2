package ca.tripoint.triage.decision;

import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Advice;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;
import java.util.List;
import java.util.Set;

/** What the person is told to do: from a floor of ASSESSMENT_FIRST upwards at once, otherwise with the decision. */
record AdviceGiven(Ruleset ruleset, Sheet sheet) {

    List<String> at(Outcome outcome, Outcome floor, Set<String> adjustments) {
        Outcome level = outcome == Outcome.INCOMPLETE ? floor : outcome;
        if (outcome == Outcome.INCOMPLETE && !floor.graverThan(Outcome.PROCEED_WITH_ADJUSTMENTS)) {
            return List.of();
        }
        return ruleset.advice().stream()
                .filter(advice -> advice.outcomes().contains(level))
                .filter(advice -> advice.adjustment() == null || adjustments.contains(advice.adjustment()))
                .filter(this::holds)
                .map(Advice::code)
                .toList();
    }

    private boolean holds(Advice advice) {
        return advice.when() == null || sheet.truths(advice.when()) == Truths.TRUE;
    }

    @Override
    public String toString() {
        return "AdviceGiven[redacted]";
    }
}
