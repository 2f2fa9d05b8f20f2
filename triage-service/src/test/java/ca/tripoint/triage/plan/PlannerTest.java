package ca.tripoint.triage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.tripoint.triage.decision.Person;
import ca.tripoint.triage.plan.Plan.Step;
import ca.tripoint.triage.ruleset.ChangedRuleset;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Position;
import ca.tripoint.triage.ruleset.Regions.Side;
import ca.tripoint.triage.ruleset.Ruleset;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final Person cleared = Person.cleared();

    private static Plan plan(Person person, Finding... findings) {
        return plan(Person.RULES, person, findings);
    }

    private static Plan plan(Ruleset rules, Person person, Finding... findings) {
        return new Planner(rules)
                .plan(person.answers(), Person.TODAY, person.decision().adjustments(), List.of(findings));
    }

    private static Person hurtingIn(String... regions) {
        return Person.cleared().with("pain.regions", List.of(regions));
    }

    private static Person withBrokenSkin(Person person, String... regions) {
        return person.with("skin.localProblemRegions", List.of(regions));
    }

    private static Set<String> groups(Plan plan) {
        return plan.steps().stream()
                .map(step -> Person.RULES.plan().muscle(step.muscle()).group())
                .collect(Collectors.toSet());
    }

    @Test
    void all_that_is_worked_in_one_position_is_worked_before_the_client_turns() {
        assertThat(plan(hurtingIn("LUMBAR", "BUTTOCK_R", "GROIN_R")).steps())
                .extracting(Step::order, Step::muscle, Step::position)
                .containsExactly(
                        tuple(1, "GLUTEUS_MINIMUS", Position.SIDE_LYING),
                        tuple(2, "GLUTEUS_MEDIUS", Position.PRONE),
                        tuple(3, "PIRIFORMIS", Position.PRONE),
                        tuple(4, "ERECTOR_SPINAE", Position.PRONE),
                        tuple(5, "QUADRATUS_LUMBORUM", Position.PRONE),
                        tuple(6, "HIP_FLEXORS", Position.SUPINE));
    }

    @Test
    void both_sides_take_one_turn_more_and_no_other() {
        List<Step> steps = plan(hurtingIn("LUMBAR", "BUTTOCK_R", "BUTTOCK_L")).steps();

        assertThat(steps.subList(0, 2))
                .extracting(Step::muscle, Step::side, Step::position)
                .containsExactly(
                        tuple("GLUTEUS_MINIMUS", Side.LEFT, Position.SIDE_LYING),
                        tuple("GLUTEUS_MINIMUS", Side.RIGHT, Position.SIDE_LYING));
        assertThat(steps.subList(2, steps.size())).extracting(Step::position).containsOnly(Position.PRONE);
    }

    @Test
    void the_layers_decide_where_they_and_the_usual_order_of_positions_disagree() {
        Ruleset sideways = ChangedRuleset.by("muscles.yaml", file -> {
            only(file, 0, "PRONE");
            only(file, 1, "PRONE");
            only(file, 2, "SIDE_LYING");
        });

        List<Step> steps = plan(sideways, hurtingIn("LUMBAR", "BUTTOCK_R")).steps();

        assertThat(steps.getLast().muscle()).isEqualTo("PIRIFORMIS");
        assertThat(steps.getLast().position()).isEqualTo(Position.SIDE_LYING);
    }

    @Test
    void the_layers_decide_even_if_the_client_is_turned_twice() {
        Ruleset backAndForth = ChangedRuleset.by("muscles.yaml", file -> {
            only(file, 0, "PRONE");
            only(file, 2, "PRONE");
            ((ObjectNode) file.at("/muscles/1")).putArray("after").add("GLUTEUS_MEDIUS");
        });

        assertThat(plan(backAndForth, hurtingIn("BUTTOCK_R")).steps())
                .extracting(Step::muscle)
                .containsSubsequence("GLUTEUS_MEDIUS", "GLUTEUS_MINIMUS", "PIRIFORMIS");
    }

    private static void only(ObjectNode file, int muscle, String position) {
        ArrayNode positions = ((ObjectNode) file.at("/muscles/" + muscle)).putArray("positions");
        positions.add(position);
    }

    @Test
    void what_was_found_on_the_other_side_brings_that_side_in() {
        Person right = hurtingIn("LUMBAR", "BUTTOCK_R");
        Finding nothing = new Finding("PIRIFORMIS", Side.LEFT, false, false, false, 20);
        Finding tender = new Finding("PIRIFORMIS", Side.LEFT, true, false, false, 20);

        assertThat(plan(right, nothing).steps()).extracting(Step::side).containsOnly(Side.RIGHT);
        Plan next = plan(right, tender);
        assertThat(next.steps()).extracting(Step::muscle, Step::side).contains(tuple("PIRIFORMIS", Side.LEFT));
        assertThat(next.durationMinutes()).isEqualTo(90);
    }

    @Test
    void a_group_is_held_by_another_of_its_muscles_where_the_first_is_left_alone() {
        Person sore = withBrokenSkin(hurtingIn("LUMBAR"), "BUTTOCK_R", "BUTTOCK_L");

        Plan plan = plan(sore);

        assertThat(plan.leftOut()).extracting(Plan.LeftOut::muscle).contains("GLUTEUS_MEDIUS");
        assertThat(plan.steps())
                .extracting(Step::muscle)
                .contains("GLUTEUS_MINIMUS")
                .doesNotContain("GLUTEUS_MEDIUS");
        assertThat(groups(plan)).contains("GLUTEAL", "LOW_BACK");
    }

    @Test
    void where_a_whole_group_is_left_alone_the_other_is_worked_by_itself() {
        Person back = withBrokenSkin(hurtingIn("LUMBAR", "BUTTOCK_R"), "LUMBAR");
        Person buttock = withBrokenSkin(hurtingIn("LUMBAR", "BUTTOCK_R"), "BUTTOCK_R", "HIP_R");

        assertThat(back.decision().outcome()).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
        assertThat(groups(plan(back))).containsExactly("GLUTEAL");
        assertThat(buttock.decision().outcome()).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
        assertThat(groups(plan(buttock))).containsExactly("LOW_BACK");
    }

    @Test
    void where_both_groups_are_left_alone_there_is_nothing_to_book() {
        Person right = withBrokenSkin(hurtingIn("LUMBAR", "BUTTOCK_R", "GROIN_R"), "LUMBAR", "BUTTOCK_R", "HIP_R");

        assertThat(right.decision().outcome()).isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(right.decision().reasons()).anySatisfy(reason -> {
            assertThat(reason.code()).isEqualTo("NO_WORKABLE_REGION");
            assertThat(reason.questions()).containsExactlyInAnyOrder("pain.regions", "skin.localProblemRegions");
        });
        Person bothSides = right.with("pain.regions", List.of("LUMBAR", "BUTTOCK_R", "BUTTOCK_L"));
        assertThat(bothSides.decision().outcome()).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
        assertThat(plan(bothSides).steps()).isNotEmpty().extracting(Step::side).containsOnly(Side.LEFT);
        Person middle = right.with("pain.regions", List.of("LUMBAR"));
        assertThat(middle.decision().outcome()).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
    }

    @Test
    void skin_nobody_knows_about_is_looked_at_before_the_session() {
        assertThat(cleared.with("skin.localProblemRegions", "UNKNOWN")
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
    }
}
