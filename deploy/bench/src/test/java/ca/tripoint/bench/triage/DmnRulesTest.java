package ca.tripoint.bench.triage;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Rulesets;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A comparison is worth something if both sides do the same: the DMN model comes to the engine's outcomes. */
class DmnRulesTest {
    private static final int FORMS = 2_000;
    private static final Ruleset RULESET = Rulesets.load("sciatica-ca").active();

    private final Engine engine = new Engine(RULESET);
    private final DmnRules dmn = new DmnRules(RULESET);

    @Test
    void the_answer_sets_come_to_their_outcomes() {
        for (Outcome outcome : AnswerSets.OUTCOMES) {
            Answers answers = AnswerSets.read(AnswerSets.json(outcome), RULESET.questionnaire());

            assertThat(decided(answers).outcome()).isEqualTo(outcome);
            assertThat(dmn.decide(dmn.inputs(answers, AnswerSets.TODAY))).isEqualTo(outcome);
        }
    }

    @Test
    void forms_made_of_chance_come_to_the_same_outcome_by_both() {
        Random random = new Random(20261128);
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
        for (int i = 0; i < FORMS; i++) {
            Answers answers = AnswerSets.read(changed(random), RULESET.questionnaire());
            Decision decision = decided(answers);
            if (decision.decidable()) {
                seen.merge(decision.outcome(), 1, Integer::sum);
                assertThat(dmn.decide(dmn.inputs(answers, AnswerSets.TODAY)))
                        .as("%s", decision.reasons())
                        .isEqualTo(decision.outcome());
            }
        }
        assertThat(seen)
                .containsOnlyKeys(AnswerSets.OUTCOMES)
                .allSatisfy((outcome, times) ->
                        assertThat(times).as("forms that come to %s", outcome).isGreaterThan(FORMS / 100));
    }

    private Decision decided(Answers answers) {
        return engine.decide(answers, Circumstances.on(AnswerSets.TODAY));
    }

    private static ObjectNode changed(Random random) {
        ObjectNode form = AnswerSets.json(AnswerSets.OUTCOMES.get(random.nextInt(AnswerSets.OUTCOMES.size())));
        List<Question> questions = RULESET.questionnaire().questions();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            Question question = questions.get(random.nextInt(questions.size()));
            if (question.type() == Type.CHOICES) {
                ArrayNode codes = form.putArray(question.id());
                codes.add(
                        question.options().get(random.nextInt(question.options().size())));
            } else if (question.type() == Type.CHOICE) {
                form.put(
                        question.id(),
                        question.options().get(random.nextInt(question.options().size())));
            } else if (question.type() != Type.TEXT) {
                form.put(
                        question.id(),
                        question.min() + random.nextInt(Math.min(question.max(), 90) - question.min() + 1));
            }
        }
        return form;
    }
}
