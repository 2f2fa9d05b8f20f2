package ca.tripoint.triage.plan;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Decision.AppliedAdjustment;
import ca.tripoint.triage.plan.Plan.Course;
import ca.tripoint.triage.plan.Plan.LeftOut;
import ca.tripoint.triage.plan.Plan.Requirements;
import ca.tripoint.triage.plan.Plan.Step;
import ca.tripoint.triage.ruleset.Muscle;
import ca.tripoint.triage.ruleset.PlanRules;
import ca.tripoint.triage.ruleset.PlanRules.Hold;
import ca.tripoint.triage.ruleset.Regions;
import ca.tripoint.triage.ruleset.Regions.Side;
import ca.tripoint.triage.ruleset.Ruleset;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes a plan from marked regions and adjustments. Pure: the same answers on the same day give the same plan. */
public final class Planner {
    private static final String PAIN_REGIONS = "pain.regions";
    private static final String EPISODE = "pain.episodeDays";

    private final Ruleset ruleset;
    private final PlanRules rules;

    public Planner(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.rules = ruleset.plan();
    }

    public Plan plan(Answers answers, LocalDate today, List<AppliedAdjustment> adjustments, List<Finding> findings) {
        Limits limits = new Limits(ruleset, adjustments);
        Set<String> regions = answers.to(PAIN_REGIONS)
                .filter(answer -> answer instanceof Answer.Choices)
                .map(answer -> ((Answer.Choices) answer).codes())
                .orElse(Set.of());
        long episodeDays = answers.to(EPISODE)
                .filter(answer -> answer instanceof Answer.Day)
                .map(answer -> ChronoUnit.DAYS.between(((Answer.Day) answer).day(), today))
                .orElse(0L);
        List<Step> chosenSteps = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Set<String> addOns = new TreeSet<>();
        for (Side side : sides(regions, findings)) {
            Targets targets = Targets.of(
                    rules,
                    regions,
                    side,
                    findings,
                    muscle -> limits.keptOut(muscle, side).isEmpty());
            for (Map.Entry<Muscle, List<String>> chosen : targets.chosen().entrySet()) {
                Muscle muscle = chosen.getKey();
                Optional<String> keptOut = limits.keptOut(muscle, side);
                keptOut.ifPresentOrElse(
                        adjustment -> leftOut.add(new LeftOut(muscle.code(), side, adjustment)),
                        () -> chosenSteps.add(step(muscle, side, limits, episodeDays, targets, chosen)));
            }
            targets.addOns().stream()
                    .filter(code -> limits.keptOut(rules.muscle(code), side).isEmpty())
                    .forEach(addOns::add);
        }
        List<Step> steps = OrderOfWork.of(chosenSteps, rules);
        int duration = duration(steps, limits);
        return new Plan(
                steps,
                List.copyOf(leftOut),
                List.copyOf(addOns),
                duration,
                course(episodeDays),
                requirements(steps, duration, limits));
    }

    /**
     * Left and right of what is marked; pain in the middle alone is worked on both sides. What a therapist found on the other side
     * brings that side in, where it would choose a muscle by itself.
     */
    private Set<Side> sides(Set<String> regions, List<Finding> findings) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        regions.forEach(region -> Regions.side(region).ifPresent(sides::add));
        if (sides.isEmpty()) {
            return EnumSet.allOf(Side.class);
        }
        findings.stream()
                .filter(finding -> Targets.weight(finding, rules.scoring())
                        >= rules.scoring().chosenFrom())
                .map(Finding::side)
                .forEach(sides::add);
        return sides;
    }

    private Step step(
            Muscle muscle,
            Side side,
            Limits limits,
            long episodeDays,
            Targets targets,
            Map.Entry<Muscle, List<String>> chosen) {
        Optional<Hold> hold = limits.hold(muscle, rules.holdFor(episodeDays));
        return new Step(
                0,
                muscle.code(),
                side,
                limits.position(muscle).orElseThrow(),
                limits.technique(),
                limits.pressure(muscle),
                hold,
                targets.score(muscle),
                List.copyOf(chosen.getValue()));
    }

    private int duration(List<Step> steps, Limits limits) {
        PlanRules.Durations durations = rules.durations();
        if (steps.stream().map(Step::side).distinct().count() > 1) {
            return durations.bothSides();
        }
        boolean addOn =
                steps.stream().anyMatch(step -> rules.muscle(step.muscle()).addOn());
        return addOn || limits.repositioning() ? durations.repositioning() : durations.oneSide();
    }

    private Course course(long episodeDays) {
        PlanRules.Spacing spacing = rules.spacing();
        return new Course(
                rules.sessionsFor(episodeDays),
                spacing.usual(),
                spacing.min(),
                spacing.max(),
                rules.rescreenAfterSession());
    }

    private Requirements requirements(List<Step> steps, int duration, Limits limits) {
        Set<String> skills = new TreeSet<>(limits.skills().toList());
        steps.stream()
                .filter(step -> step.technique().equals(rules.technique()))
                .forEach(step -> skills.addAll(rules.muscle(step.muscle()).skills()));
        return new Requirements(List.copyOf(skills), duration, rules.equipment());
    }
}
