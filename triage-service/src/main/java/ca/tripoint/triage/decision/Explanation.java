package ca.tripoint.triage.decision;

import ca.tripoint.triage.ruleset.Condition;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The answers on which a condition holds, or fails. */
final class Explanation {
    private final Sheet sheet;
    private final Set<String> questions = new LinkedHashSet<>();

    private Explanation(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The questions whose answers give this condition the truth it has. */
    static List<String> of(Condition condition, Sheet sheet) {
        Explanation explanation = new Explanation(sheet);
        explanation.because(condition, sheet.truths(condition));
        return List.copyOf(explanation.questions);
    }

    private void because(Condition condition, int truths) {
        switch (condition) {
            case Condition.All all -> parts(all.of(), truths);
            case Condition.Any any -> parts(any.of(), truths);
            case Condition.Not not -> because(not.of(), sheet.truths(not.of()));
            case Condition.Known known -> because(known.of(), sheet.truths(known.of()));
            case Condition.Defined defined -> because(defined.of(), truths);
            case Condition.OneOf is -> add(is.question());
            case Condition.Contains has -> add(has.question());
            case Condition.Compare compare -> add(compare.question());
            case Condition.WithinDays within -> add(within.question());
            case Condition.Answered answered -> add(answered.question());
            case Condition.Standing standing -> add(standing.unlessLater());
            case Condition.Later later -> {
                add(later.event());
                add(later.than());
            }
        }
    }

    /** Those parts that alone explain the whole, or all of them. */
    private void parts(List<Condition> parts, int truths) {
        parts.stream()
                .filter(part -> (sheet.truths(part) & truths) != 0)
                .forEach(part -> because(part, sheet.truths(part)));
    }

    private void add(Question question) {
        if ((sheet.isGiven(question) || sheet.isUnknown(question))
                && Truths.may(sheet.visible(question), Truths.TRUE)) {
            questions.add(question.id());
        }
    }
}
