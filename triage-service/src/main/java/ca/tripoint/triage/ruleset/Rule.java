package ca.tripoint.triage.ruleset;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the rules file: when its condition holds, something follows, because of its evidence. */
public sealed interface Rule {

    String code();

    Condition when();

    List<String> evidence();

    /** The gravest this rule can lead to. */
    Outcome gravest();

    /** What follows when the rule is unknown in the end: the safe side. */
    Outcome whenUnknown();

    /** A warning sign. Any one blocks; no override lifts it. */
    record RedFlag(
            String code,
            Condition when,
            Outcome outcome,
            @Nullable Escalation escalates,
            boolean critical,
            BitSet reads,
            List<String> evidence)
            implements Rule {

        @Override
        public Outcome gravest() {
            return escalates == null ? outcome : outcome.orGraver(escalates.to());
        }

        /** Reading a ✱ question makes not knowing urgent. */
        @Override
        public Outcome whenUnknown() {
            return critical ? Outcome.URGENT_ASSESSMENT : Outcome.ASSESSMENT_FIRST;
        }
    }

    record Escalation(Outcome to, Condition when, BitSet reads) {}

    /** What a clinician's override of a gate rests on. */
    enum Lift {
        MEDICAL_ADVICE,
        GUARDIAN
    }

    /**
     * A reason for an assessment first.
     *
     * @param policy holds by policy; switched to advice, it only informs
     * @param liftedBy lifted only by a clinician who records this
     * @param remembered a later screening cannot simply answer it away
     * @param humanReview goes to a person who looks at it
     */
    record Gate(
            String code,
            Condition when,
            boolean policy,
            @Nullable Lift liftedBy,
            boolean humanReview,
            boolean remembered,
            BitSet reads,
            List<String> evidence)
            implements Rule {

        @Override
        public Outcome gravest() {
            return Outcome.ASSESSMENT_FIRST;
        }

        @Override
        public Outcome whenUnknown() {
            return Outcome.ASSESSMENT_FIRST;
        }
    }

    /**
     * A binding constraint on the plan; when unknown, it applies.
     *
     * @param forEach a question of which every chosen code is an adjustment of its own
     */
    record Adjustment(
            String code,
            Condition when,
            @Nullable Question forEach,
            List<Constraint> forbids,
            boolean repositioning,
            List<String> skills,
            BitSet reads,
            List<String> evidence)
            implements Rule {

        @Override
        public Outcome gravest() {
            return Outcome.PROCEED_WITH_ADJUSTMENTS;
        }

        @Override
        public Outcome whenUnknown() {
            return Outcome.PROCEED_WITH_ADJUSTMENTS;
        }
    }

    /** Why somebody may book. */
    record Ground(String code, Condition when, BitSet reads, List<String> evidence) implements Rule {
        @Override
        public Outcome gravest() {
            return Outcome.PROCEED;
        }

        @Override
        public Outcome whenUnknown() {
            return Outcome.PROCEED;
        }
    }

    BitSet reads();
}
