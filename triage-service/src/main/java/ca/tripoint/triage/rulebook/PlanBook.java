package ca.tripoint.triage.rulebook;

import ca.tripoint.triage.rulebook.Rulebook.EvidenceRow;
import ca.tripoint.triage.ruleset.PlanRules;
import ca.tripoint.triage.ruleset.PlanRules.CoTarget;
import ca.tripoint.triage.ruleset.Ruleset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a plan is made, as a clinician reviews it.
 *
 * @param holds seconds of held pressure, by how long the episode has lasted
 * @param courses sessions, by how long the episode has lasted
 * @param rules the rest, a sentence each
 */
@Schema(name = "RulebookPlan")
public record PlanBook(
        List<Step> holds,
        List<Step> courses,
        List<CoTargetRow> coTargets,
        List<String> groupsInEveryPlan,
        List<String> rules,
        List<EvidenceRow> evidence) {

    /** @param episode "under 42 days", or "longer" */
    @Schema(name = "RulebookStep")
    public record Step(String episode, String value) {}

    @Schema(name = "RulebookCoTarget")
    public record CoTargetRow(String when, List<String> adds, List<EvidenceRow> evidence) {}

    static PlanBook of(Ruleset ruleset) {
        PlanRules plan = ruleset.plan();
        return new PlanBook(
                plan.holds().stream()
                        .map(step -> new Step(
                                episode(step.underDays()),
                                step.hold().from() + " to " + step.hold().to() + " seconds, until it releases"))
                        .toList(),
                plan.courses().stream()
                        .map(step -> new Step(episode(step.underDays()), step.sessions() + " sessions"))
                        .toList(),
                plan.coTargets().stream()
                        .map(target -> new CoTargetRow(
                                when(target), target.adds(), Rulebook.evidence(target.evidence(), ruleset)))
                        .toList(),
                plan.groupsInEveryPlan(),
                rules(plan),
                Rulebook.evidence(plan.evidence(), ruleset));
    }

    private static String episode(Optional<Integer> underDays) {
        return underDays.map(days -> "under " + days + " days").orElse("longer");
    }

    private static String when(CoTarget target) {
        Stream<String> marked = target.marked().stream().map(any -> String.join(" or ", any) + " marked");
        Stream<String> chosen = target.chosen().stream().map(muscle -> muscle + " chosen");
        return Stream.concat(marked, chosen).collect(Collectors.joining(" and "));
    }

    private static List<String> rules(PlanRules plan) {
        PlanRules.Durations minutes = plan.durations();
        PlanRules.Spacing spacing = plan.spacing();
        PlanRules.Scoring scoring = plan.scoring();
        return List.of(
                "A muscle is chosen from " + scoring.chosenFrom() + " points on, summed over the regions marked.",
                "A finding of the last session adds " + scoring.findingTender() + " where it was tender, "
                        + scoring.findingFamiliarPain() + " where the familiar pain came, " + scoring.findingEased()
                        + " where it eased during the hold.",
                "Usual position " + plan.defaultPosition() + "; technique " + plan.technique() + ", or "
                        + plan.gentleTechnique() + " where that is forbidden.",
                minutes.oneSide() + " minutes for one side, " + minutes.repositioning()
                        + " with hip flexors or an adjusted position, " + minutes.bothSides() + " for both sides.",
                "Sessions " + spacing.usual() + " days apart, from " + spacing.min() + " to " + spacing.max()
                        + "; screened again after session " + plan.rescreenAfterSession() + ".",
                "Needed in the home: " + String.join(", ", plan.equipment()) + ".");
    }
}
