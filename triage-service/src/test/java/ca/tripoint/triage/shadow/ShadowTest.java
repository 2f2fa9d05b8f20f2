package ca.tripoint.triage.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.decision.Person;
import ca.tripoint.triage.ruleset.ChangedRuleset;
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
                Person.cleared().decision().outcome());
        shadow.compare(
                severe,
                worsening.answers(),
                Circumstances.on(Person.TODAY),
                worsening.decision().outcome());

        assertThat(shadow.result().compared()).isEqualTo(2);
        assertThat(shadow.result().screeningIds()).containsExactly(severe);
        assertThat(shadow.result().changes()).isEqualTo(Map.of("PROCEED -> URGENT_ASSESSMENT", 1));
    }
}
