package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.ruleset.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AnswerSetsTest {

    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = Mode.EXCLUDE, names = "INCOMPLETE")
    void each_answer_set_comes_to_the_outcome_it_is_named_after(Outcome outcome) {
        Decision decision = Person.answering(outcome.name()).decision();

        assertThat(decision.outcome()).as("%s", decision).isEqualTo(outcome);
    }
}
