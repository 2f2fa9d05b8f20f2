package ca.tripoint.triage.ruleset;

import java.util.List;
import java.util.Optional;

/** How marked regions become muscles, holds, minutes and sessions (S-20 to S-40, S-49). */
public record PlanRules(
        List<Muscle> muscles,
        List<String> groupsInEveryPlan,
        List<CoTarget> coTargets,
        Scoring scoring,
        Position defaultPosition,
        String technique,
        String gentleTechnique,
        List<String> equipment,
        Hold holdLimits,
        List<HoldStep> holds,
        Durations durations,
        List<CourseStep> courses,
        Spacing spacing,
        int rescreenAfterSession,
        List<String> evidence) {

    /** When a region of every list is marked, or this muscle is chosen, the others come too. */
    public record CoTarget(
            List<List<String>> marked, Optional<String> chosen, List<String> adds, List<String> evidence) {}

    /** Points: from how many a muscle is chosen, and what a therapist's findings add. */
    public record Scoring(int chosenFrom, int findingTender, int findingFamiliarPain, int findingEased) {}

    /** Seconds of held pressure, until it releases. */
    public record Hold(int from, int to) {}

    /** A step without a limit is the last. */
    public record HoldStep(Optional<Integer> underDays, Hold hold) {}

    /** Minutes. */
    public record Durations(int oneSide, int repositioning, int bothSides) {}

    public record CourseStep(Optional<Integer> underDays, int sessions) {}

    /** Days between sessions. */
    public record Spacing(int usual, int min, int max) {}

    public Muscle muscle(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no muscle " + code));
    }

    private Optional<Muscle> find(String code) {
        return muscles.stream().filter(muscle -> muscle.code().equals(code)).findFirst();
    }

    public Hold holdFor(long episodeDays) {
        return holds.stream()
                .filter(step ->
                        step.underDays().map(limit -> episodeDays < limit).orElse(true))
                .findFirst()
                .orElseThrow()
                .hold();
    }

    public int sessionsFor(long episodeDays) {
        return courses.stream()
                .filter(step ->
                        step.underDays().map(limit -> episodeDays < limit).orElse(true))
                .findFirst()
                .orElseThrow()
                .sessions();
    }
}
