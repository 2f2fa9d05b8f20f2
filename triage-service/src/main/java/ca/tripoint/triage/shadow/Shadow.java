package ca.tripoint.triage.shadow;

import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A candidate over what was decided: how often it would decide otherwise, and where. No answer leaves. */
final class Shadow {
    private final Engine candidate;
    private final Map<String, Integer> byChange = new TreeMap<>();
    private final List<UUID> changed = new ArrayList<>();
    private int compared;

    /**
     * @param changes how often an outcome became another, as {@code "PROCEED -> ASSESSMENT_FIRST"}
     * @param screeningIds whose outcome would be another
     */
    @Schema(name = "ShadowRun")
    public record Result(
            String version, int compared, int changed, Map<String, Integer> changes, List<UUID> screeningIds) {}

    Shadow(Engine candidate) {
        this.candidate = candidate;
    }

    void compare(UUID screening, Answers answers, Circumstances circumstances, Outcome before) {
        Outcome after = candidate.decide(known(answers), circumstances).outcome();
        compared++;
        if (after != before) {
            changed.add(screening);
            byChange.merge(before + " -> " + after, 1, Integer::sum);
        }
    }

    /** Answers to questions the candidate no longer asks are not read. */
    private Answers known(Answers answers) {
        Answers known = answers;
        for (String id : answers.byQuestion().keySet()) {
            if (candidate.ruleset().questionnaire().find(id).map(Question::id).isEmpty()) {
                known = known.without(id);
            }
        }
        return known;
    }

    Result result() {
        return new Result(
                candidate.ruleset().version(), compared, changed.size(), Map.copyOf(byChange), List.copyOf(changed));
    }
}
