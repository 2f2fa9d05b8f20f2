package ca.tripoint.triage.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.decision.Person;
import ca.tripoint.triage.ruleset.ChangedRuleset;
import ca.tripoint.triage.ruleset.Ruleset;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShadowTest {

    @Test
    void a_stricter_candidate_tells_whose_outcome_would_be_another() {
        Engine candidate = new Engine(
                ChangedRuleset.by("rules.yaml", file -> ((ObjectNode) file.at("/constants")).put("severe", 5)));
        Shadow shadow = new Shadow(candidate);
        UUID well = UUID.randomUUID();
        UUID severe = UUID.randomUUID();
        Person worsening = Person.cleared().with("pain.trend", "WORSENING");

        shadow.compare(
                well,
                Person.cleared().answers(),
                Circumstances.on(Person.TODAY),
                Person.cleared().decision());
        shadow.compare(severe, worsening.answers(), Circumstances.on(Person.TODAY), worsening.decision());

        assertThat(shadow.result().compared()).isEqualTo(2);
        assertThat(shadow.result().screeningIds()).containsExactly(severe);
        assertThat(shadow.result().changes()).isEqualTo(Map.of("PROCEED -> URGENT_ASSESSMENT", 1));
    }

    @Test
    void other_adjustments_are_a_change_too_and_are_counted_by_rule() {
        Shadow shadow = new Shadow(new Engine(
                ChangedRuleset.by("rules.yaml", file -> ((ObjectNode) file.at("/constants")).put("acuteDays", 200))));
        UUID screening = UUID.randomUUID();
        Person adjusted = Person.cleared().with("gen.osteoporosis", "YES");

        shadow.compare(screening, adjusted.answers(), Circumstances.on(Person.TODAY), adjusted.decision());

        assertThat(shadow.result().changes()).isEmpty();
        assertThat(shadow.result().adjustments()).isEqualTo(Map.of("+NO_DEEP_PRESSURE_OVER_SCIATIC_NERVE", 1));
        assertThat(shadow.result().screeningIds()).containsExactly(screening);
    }

    @Test
    void a_question_that_is_no_longer_asked_is_not_missed() {
        Shadow shadow = new Shadow(new Engine(ChangedRuleset.without("pain.startsAt")));

        shadow.compare(
                UUID.randomUUID(),
                Person.cleared().answers(),
                Circumstances.on(Person.TODAY),
                Person.cleared().decision());

        assertThat(shadow.result().compared()).isEqualTo(1);
        assertThat(shadow.result().changed()).isZero();
        assertThat(shadow.result().unreadable()).isEmpty();
    }

    @Test
    void an_answer_that_is_no_longer_possible_is_told_by_id() {
        Ruleset changed = ChangedRuleset.by(
                "questionnaire.yaml",
                file -> ChangedRuleset.question(file, "imaging.done")
                        .putArray("options")
                        .add("YES"));
        Shadow shadow = new Shadow(new Engine(changed));
        UUID notImaged = UUID.randomUUID();
        Person imaged = Person.cleared().with("imaging.done", "YES");

        shadow.compare(
                notImaged,
                Person.cleared().answers(),
                Circumstances.on(Person.TODAY),
                Person.cleared().decision());
        shadow.compare(UUID.randomUUID(), imaged.answers(), Circumstances.on(Person.TODAY), imaged.decision());

        assertThat(shadow.result().unreadable()).containsExactly(notImaged);
        assertThat(shadow.result().compared()).isEqualTo(1);
        assertThat(shadow.result().screeningIds()).isEmpty();
    }
}
