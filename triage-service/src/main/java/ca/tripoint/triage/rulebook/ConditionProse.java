package ca.tripoint.triage.rulebook;

import ca.tripoint.triage.ruleset.Condition;
import java.util.List;
import java.util.stream.Collectors;

/** A condition as a clinician reads it. Codes stay codes: they are the same in both languages. */
final class ConditionProse {
    private ConditionProse() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> joined(all.of(), " and ");
            case Condition.Any any -> joined(any.of(), " or ");
            case Condition.Not not -> "not " + bracketed(not.of());
            case Condition.Known known -> "it is known that " + bracketed(known.of());
            case Condition.Defined defined -> defined.name() + " " + bracketed(defined.of());
            case Condition.OneOf is -> is.question() + " is " + String.join(" or ", is.codes());
            case Condition.Contains has -> has.question() + " names any of " + String.join(", ", has.codes());
            case Condition.Compare compare -> compare.question() + " " + sign(compare) + " " + compare.number();
            case Condition.WithinDays within ->
                within.question() + " is at most " + within.days() + " days ago or unknown";
            case Condition.Later later -> later.event() + " is known and later than " + later.than();
            case Condition.Answered answered -> answered.question() + " is answered";
            case Condition.Standing standing ->
                standing.fact() + " stands and " + standing.unlessLater() + " is not later than it";
        };
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream().map(ConditionProse::bracketed).collect(Collectors.joining(word));
    }

    private static String bracketed(Condition condition) {
        boolean several = condition instanceof Condition.All all && all.of().size() > 1
                || condition instanceof Condition.Any any && any.of().size() > 1;
        return several || condition instanceof Condition.Not ? "(" + of(condition) + ")" : of(condition);
    }

    private static String sign(Condition.Compare compare) {
        return switch (compare.comparison()) {
            case LT -> "<";
            case LTE -> "≤";
            case GT -> ">";
            case GTE -> "≥";
        };
    }
}
