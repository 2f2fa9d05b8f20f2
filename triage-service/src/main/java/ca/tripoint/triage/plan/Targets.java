package ca.tripoint.triage.plan;

import ca.tripoint.triage.ruleset.Muscle;
import ca.tripoint.triage.ruleset.PlanRules;
import ca.tripoint.triage.ruleset.PlanRules.CoTarget;
import ca.tripoint.triage.ruleset.PlanRules.Scoring;
import ca.tripoint.triage.ruleset.Regions;
import ca.tripoint.triage.ruleset.Regions.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which muscles of one side take part, and why: by score, by co-targets (S-26, S-28, S-33), and the whole chain (S-29). Where the
 * adjustments keep out what was chosen of a group, the group is held by another of its muscles; where they keep out all of it,
 * the other group is worked alone.
 */
final class Targets {
    private final PlanRules rules;
    private final Set<String> marked;
    private final Predicate<Muscle> workable;
    private final Map<String, Integer> scores = new HashMap<>();
    private final Map<Muscle, List<String>> chosen = new LinkedHashMap<>();

    private Targets(PlanRules rules, Set<String> marked, Predicate<Muscle> workable) {
        this.rules = rules;
        this.marked = marked;
        this.workable = workable;
    }

    static Targets of(
            PlanRules rules, Set<String> regionCodes, Side side, List<Finding> findings, Predicate<Muscle> workable) {
        Set<String> here = regionCodes.stream()
                .filter(code -> Regions.side(code).map(side::equals).orElse(true))
                .map(Regions::base)
                .collect(Collectors.toSet());
        Targets targets = new Targets(rules, here, workable);
        targets.score(side, findings);
        targets.choose();
        return targets;
    }

    /** Muscles in the order of work, each with the evidence for it. */
    Map<Muscle, List<String>> chosen() {
        Map<Muscle, List<String>> ordered = new LinkedHashMap<>();
        chosen.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().sequence()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    int score(Muscle muscle) {
        return scores.getOrDefault(muscle.code(), 0);
    }

    /** Offered beside the plan: it may take part, but was not chosen. */
    List<String> addOns() {
        return rules.muscles().stream()
                .filter(muscle -> muscle.addOn() && score(muscle) > 0 && !chosen.containsKey(muscle))
                .map(Muscle::code)
                .toList();
    }

    private void score(Side side, List<Finding> findings) {
        for (Muscle muscle : rules.muscles()) {
            int score = marked.stream()
                    .mapToInt(region -> muscle.refers().getOrDefault(region, 0))
                    .sum();
            for (Finding finding : findings) {
                if (finding.muscle().equals(muscle.code()) && finding.side() == side) {
                    score += weight(finding, rules.scoring());
                }
            }
            scores.put(muscle.code(), score);
        }
    }

    static int weight(Finding finding, Scoring scoring) {
        return (finding.tender() ? scoring.findingTender() : 0)
                + (finding.familiarPainReproduced() ? scoring.findingFamiliarPain() : 0)
                + (finding.easedDuringHold() ? scoring.findingEased() : 0);
    }

    private void choose() {
        rules.muscles().stream()
                .filter(muscle -> score(muscle) >= rules.scoring().chosenFrom())
                .forEach(muscle -> add(muscle, muscle.evidence()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (CoTarget target : rules.coTargets()) {
                if (applies(target)) {
                    for (String code : target.adds()) {
                        grew |= add(rules.muscle(code), target.evidence());
                    }
                }
            }
        }
        rules.groupsInEveryPlan().forEach(this::ensure);
    }

    private boolean applies(CoTarget target) {
        boolean regions = target.marked().stream().allMatch(any -> any.stream().anyMatch(marked::contains));
        boolean muscle = target.chosen()
                .map(code -> chosen.containsKey(rules.muscle(code)))
                .orElse(true);
        return regions && muscle;
    }

    /** The whole chain, not only the most tender spot. */
    private void ensure(String group) {
        Predicate<Muscle> ofGroup = muscle -> muscle.group().equals(group);
        if (chosen.keySet().stream().noneMatch(ofGroup.and(workable))) {
            best(ofGroup.and(workable)).or(() -> best(ofGroup)).ifPresent(muscle -> add(muscle, List.of("S-29")));
        }
    }

    private Optional<Muscle> best(Predicate<Muscle> which) {
        return rules.muscles().stream()
                .filter(which)
                .max(Comparator.<Muscle>comparingInt(this::score)
                        .thenComparing(Comparator.comparingInt(Muscle::sequence).reversed()));
    }

    private boolean add(Muscle muscle, List<String> evidence) {
        boolean isNew = !chosen.containsKey(muscle);
        List<String> because = chosen.computeIfAbsent(muscle, any -> new ArrayList<>());
        evidence.stream().filter(id -> !because.contains(id)).forEach(because::add);
        return isNew;
    }
}
