package ca.tripoint.triage.shadow;

import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Decision.AppliedAdjustment;
import ca.tripoint.triage.decision.Engine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A candidate over what was decided: how often it would decide otherwise, and where. No answer leaves. */
final class Shadow {
    private final Engine candidate;
    private final Map<String, Integer> byChange = new TreeMap<>();
    private final Map<String, Integer> byAdjustment = new TreeMap<>();
    private final List<UUID> changed = new ArrayList<>();
    private final List<UUID> unreadable = new ArrayList<>();
    private int compared;

    /**
     * @param compared how many the candidate could decide
     * @param changed how many of them come to another outcome or to other adjustments
     * @param changes how often an outcome became another, as {@code "PROCEED -> ASSESSMENT_FIRST"}
     * @param adjustments how often an adjustment came ({@code "+ADJUST_PRESSURE"}) or went ({@code "-…"})
     * @param screeningIds whose outcome or adjustments would be others
     * @param unreadable screenings with an answer that the candidate no longer takes: an option, a type or a range has changed
     */
    @Schema(name = "ShadowRun")
    public record Result(
            String version,
            int compared,
            int changed,
            Map<String, Integer> changes,
            Map<String, Integer> adjustments,
            List<UUID> screeningIds,
            List<UUID> unreadable) {}

    Shadow(Engine candidate) {
        this.candidate = candidate;
    }

    void compare(UUID screening, Answers answers, Circumstances circumstances, Decision before) {
        AnswersAsRead read = AnswersAsRead.by(candidate.ruleset().questionnaire(), answers);
        if (!read.complete()) {
            unreadable.add(screening);
            return;
        }
        Decision after = candidate.decide(read.answers(), circumstances);
        compared++;
        boolean otherOutcome = after.outcome() != before.outcome();
        if (otherOutcome) {
            byChange.merge(before.outcome() + " -> " + after.outcome(), 1, Integer::sum);
        }
        boolean otherAdjustments = !codes(before).equals(codes(after));
        if (otherAdjustments) {
            count("-", rules(before), rules(after));
            count("+", rules(after), rules(before));
        }
        if (otherOutcome || otherAdjustments) {
            changed.add(screening);
        }
    }

    /** By rule, not by region: a count of regions would say where somebody hurts. */
    private void count(String sign, Set<String> these, Set<String> others) {
        Set<String> only = new HashSet<>(these);
        only.removeAll(others);
        only.forEach(rule -> byAdjustment.merge(sign + rule, 1, Integer::sum));
    }

    private static Set<String> codes(Decision decision) {
        return decision.adjustments().stream().map(AppliedAdjustment::code).collect(Collectors.toSet());
    }

    private static Set<String> rules(Decision decision) {
        return decision.adjustments().stream().map(AppliedAdjustment::rule).collect(Collectors.toSet());
    }

    Result result() {
        return new Result(
                candidate.ruleset().version(),
                compared,
                changed.size(),
                Map.copyOf(byChange),
                Map.copyOf(byAdjustment),
                List.copyOf(changed),
                List.copyOf(unreadable));
    }
}
