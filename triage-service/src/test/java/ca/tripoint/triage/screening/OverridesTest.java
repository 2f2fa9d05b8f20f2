package ca.tripoint.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Decision.Reason;
import ca.tripoint.triage.decision.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverridesTest {

    @Test
    void a_gate_left_open_can_be_lifted_by_its_code_whichever_release_stored_the_decision() {
        Decision now = Person.cleared().with("gen.cancerHistory", "UNKNOWN").decision();
        Decision before = namingCodesAlone(now);

        for (Decision stored : List.of(now, before)) {
            assertThat(Overrides.applied(Person.RULES, stored, "CANCER_HISTORY"))
                    .isTrue();
            assertThat(Overrides.applied(Person.RULES, stored, "KNOWN_DVT")).isFalse();
            assertThat(Overrides.applied(Person.RULES, stored, "BLADDER_CONTROL_LOSS"))
                    .isFalse();
        }
    }

    /** As they were stored before reasons named the rules that were left open. */
    private static Decision namingCodesAlone(Decision decision) {
        List<Reason> reasons = decision.reasons().stream()
                .map(reason -> reason.leftOpen()
                        ? new Reason(reason.code(), reason.code(), reason.questions(), List.of())
                        : reason)
                .toList();
        return new Decision(
                decision.outcome(),
                decision.floor(),
                decision.ceiling(),
                decision.redFlags(),
                reasons,
                decision.adjustments(),
                decision.contradictions(),
                decision.nextQuestions(),
                decision.optionalQuestions(),
                decision.progress(),
                decision.advice(),
                decision.lifted(),
                decision.remembered(),
                decision.humanReview());
    }
}
