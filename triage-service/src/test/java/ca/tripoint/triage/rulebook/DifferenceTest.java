package ca.tripoint.triage.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.tripoint.triage.ruleset.ChangedRuleset;
import ca.tripoint.triage.ruleset.Ruleset;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void changes_are_told_by_file_and_row() {
        Ruleset before = ChangedRuleset.by("rules.yaml", file -> {});
        Ruleset after = ChangedRuleset.by("rules.yaml", file -> {
            ((ObjectNode) file.at("/constants")).put("severe", 8);
            ((ObjectNode) file.at("/redFlags/9")).put("outcome", "EMERGENCY");
        });

        List<Difference> differences = Difference.between(before, after);

        assertThat(differences)
                .extracting(Difference::file, Difference::path)
                .containsExactlyInAnyOrder(
                        tuple("rules.yaml", "constants/severe"),
                        tuple("rules.yaml", "redFlags/SEVERE_AND_WORSENING/outcome"));
    }
}
