package ca.tripoint.triage.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a decision depends on beside the answers.
 *
 * @param today the day every "days ago" is counted to
 * @param lastWord an answer UNKNOWN to a ✱ question is final, rather than asked once more in plainer words
 * @param earlierFlags what this person told before, in this screening or another, decided or left open
 * @param noImprovementSince the day of the first of the last three sessions, if none of them has helped
 * @param lifted codes of gates and adjustments a clinician has overridden
 */
public record Circumstances(
        LocalDate today,
        boolean lastWord,
        List<EarlierFlag> earlierFlags,
        Optional<LocalDate> noImprovementSince,
        Set<String> lifted) {

    /** A red flag, ADVISED_AGAINST_MASSAGE or UNRESOLVED_RED_FLAG_QUESTION of that day. */
    public record EarlierFlag(String code, LocalDate day) {
        @Override
        public String toString() {
            return "EarlierFlag[redacted]";
        }
    }

    public static Circumstances on(LocalDate today) {
        return new Circumstances(today, true, List.of(), Optional.empty(), Set.of());
    }

    public Circumstances stepByStep() {
        return new Circumstances(today, false, earlierFlags, noImprovementSince, lifted);
    }

    public Circumstances after(List<EarlierFlag> flags) {
        return new Circumstances(today, lastWord, List.copyOf(flags), noImprovementSince, lifted);
    }

    public Circumstances withoutImprovementSince(LocalDate day) {
        return new Circumstances(today, lastWord, earlierFlags, Optional.of(day), lifted);
    }

    public Circumstances lifting(Set<String> codes) {
        return new Circumstances(today, lastWord, earlierFlags, noImprovementSince, Set.copyOf(codes));
    }

    public Circumstances at(LocalDate day) {
        return new Circumstances(day, lastWord, earlierFlags, noImprovementSince, lifted);
    }

    @Override
    public String toString() {
        return "Circumstances[redacted]";
    }
}
