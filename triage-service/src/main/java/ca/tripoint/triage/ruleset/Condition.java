package ca.tripoint.triage.ruleset;

import java.util.BitSet;
import java.util.List;

/** The closed language rules are written in. {@link Sheet#truths} gives it meaning. */
public sealed interface Condition {

    record All(List<Condition> of) implements Condition {}

    record Any(List<Condition> of) implements Condition {}

    record Not(Condition of) implements Condition {}

    /** False where its condition is unknown. */
    record Known(Condition of) implements Condition {}

    /** A condition with a name in the rules file. */
    record Defined(String name, Condition of) implements Condition {}

    /** The choice made is one of these codes (eq, in). */
    record OneOf(Question question, List<String> codes, long bits) implements Condition {}

    /** At least one of these codes was chosen (contains, marked). */
    record Contains(Question question, List<String> codes, long bits) implements Condition {}

    record Compare(Question question, Comparison comparison, int number) implements Condition {}

    /** At most so many days ago; an unknown date is recent, because it counts against. */
    record WithinDays(Question question, int days) implements Condition {}

    /** The event happened on a known day after the other one; an unknown day does not count. */
    record Later(Question event, Question than) implements Condition {}

    /** A value was given, even to a question that is not visible: this is how contradictions are seen. */
    record Answered(Question question) implements Condition {}

    /** An earlier fact about the person stands, unless the day of this event is later than the fact's. */
    record Standing(StandingFact fact, Question unlessLater) implements Condition {}

    enum Comparison {
        LT,
        LTE,
        GT,
        GTE;

        boolean holds(long left, int right) {
            return switch (this) {
                case LT -> left < right;
                case LTE -> left <= right;
                case GT -> left > right;
                case GTE -> left >= right;
            };
        }
    }

    enum StandingFact {
        RETRACTED_RED_FLAG,
        NO_IMPROVEMENT
    }

    /** Every question this condition may depend on, those that make a question visible included. */
    default BitSet reads() {
        BitSet reads = new BitSet();
        collect(this, reads);
        return reads;
    }

    private static void collect(Condition condition, BitSet reads) {
        switch (condition) {
            case All all -> all.of().forEach(part -> collect(part, reads));
            case Any any -> any.of().forEach(part -> collect(part, reads));
            case Not not -> collect(not.of(), reads);
            case Known known -> collect(known.of(), reads);
            case Defined defined -> collect(defined.of(), reads);
            case OneOf oneOf -> add(oneOf.question(), reads);
            case Contains contains -> add(contains.question(), reads);
            case Compare compare -> add(compare.question(), reads);
            case WithinDays within -> add(within.question(), reads);
            case Answered answered -> add(answered.question(), reads);
            case Standing standing -> add(standing.unlessLater(), reads);
            case Later later -> {
                add(later.event(), reads);
                add(later.than(), reads);
            }
        }
    }

    private static void add(Question question, BitSet reads) {
        reads.set(question.index());
        Condition visible = question.visibleWhen();
        if (visible != null) {
            collect(visible, reads);
        }
    }
}
