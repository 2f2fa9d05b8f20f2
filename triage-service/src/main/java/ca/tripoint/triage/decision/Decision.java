package ca.tripoint.triage.decision;

import ca.tripoint.triage.ruleset.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What the answers come to, language-free: codes and question ids only.
 *
 * @param outcome the decision, or INCOMPLETE
 * @param floor what is already certain
 * @param ceiling what is still possible
 * @param lifted what a clinician's override kept from firing
 * @param remembered what a later screening cannot simply answer away
 */
public record Decision(
        Outcome outcome,
        Outcome floor,
        Outcome ceiling,
        List<RaisedFlag> redFlags,
        List<Reason> reasons,
        List<AppliedAdjustment> adjustments,
        List<Clash> contradictions,
        List<NextQuestion> nextQuestions,
        List<String> optionalQuestions,
        Progress progress,
        List<String> advice,
        List<String> lifted,
        List<String> remembered,
        boolean humanReview) {

    public record RaisedFlag(String code, Outcome urgency) {
        @Override
        public String toString() {
            return "RaisedFlag[redacted]";
        }
    }

    /**
     * Why.
     *
     * @param rule the rule that fired, or could not be answered
     * @param code what it came to: the rule's own code, or UNRESOLVED_…
     * @param questions the answers it fired on, or those that are not known
     */
    public record Reason(String rule, String code, List<String> questions, List<String> evidence) {
        /** Nobody could answer the rule: it stands in the way under another code. */
        public boolean leftOpen() {
            return !rule.equals(code);
        }

        @Override
        public String toString() {
            return "Reason[redacted]";
        }
    }

    /** A binding adjustment; {@code AVOID_REGION:BUTTOCK_L} names its region. */
    public record AppliedAdjustment(String rule, Optional<String> region) {
        /** It applies somewhere, and nobody knows where. */
        public static final String UNKNOWN_REGION = "UNKNOWN";

        public String code() {
            return region.map(where -> rule + ":" + where).orElse(rule);
        }

        @Override
        public String toString() {
            return "AppliedAdjustment[redacted]";
        }
    }

    public record Clash(String code, List<String> questions) {
        @Override
        public String toString() {
            return "Clash[redacted]";
        }
    }

    public record NextQuestion(String id, Mode mode) {
        @Override
        public String toString() {
            return "NextQuestion[redacted]";
        }
    }

    public enum Mode {
        ASK,
        REASK,
        CLARIFY
    }

    public record Progress(int answered, int remainingMin, int remainingMax, Optional<String> section) {
        @Override
        public String toString() {
            return "Progress[redacted]";
        }
    }

    /** Nothing that could still be answered would change the outcome. */
    public boolean decidable() {
        return outcome != Outcome.INCOMPLETE;
    }

    public boolean bookable() {
        return outcome.bookable();
    }

    /** How urgent the most urgent of the red flags is. */
    public Optional<Outcome> gravestFlag() {
        return redFlags.stream().map(RaisedFlag::urgency).max(Outcome::compareTo);
    }

    @Override
    public String toString() {
        return "Decision[redacted]";
    }
}
