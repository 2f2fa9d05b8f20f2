package ca.tripoint.triage.ruleset;

import ca.tripoint.triage.ruleset.Condition.StandingFact;
import ca.tripoint.triage.ruleset.Question.Type;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/** Looks for answers that make a condition true: a rule nobody can ever meet is a mistake in the data. */
final class Reachability {
    private static final int PATIENCE = 200_000;

    private final Sheet sheet;
    private final List<Question> reads;
    private final Condition condition;
    private int steps;

    private Reachability(Questionnaire questionnaire, Condition condition) {
        this.condition = condition;
        this.sheet = new Sheet(questionnaire, true);
        BitSet indexes = condition.reads();
        this.reads = indexes.stream().mapToObj(questionnaire.questions()::get).toList();
        for (StandingFact fact : StandingFact.values()) {
            sheet.standing(fact, new Sheet.Earlier(1, Truths.TRUE));
        }
    }

    static boolean reachable(Questionnaire questionnaire, Condition condition) {
        return new Reachability(questionnaire, condition).search(0);
    }

    private boolean search(int depth) {
        int truths = sheet.truths(condition);
        if (truths == Truths.TRUE) {
            return true;
        }
        if (!Truths.may(truths, Truths.TRUE) || depth == reads.size() || ++steps > PATIENCE) {
            return false;
        }
        Question question = reads.get(depth);
        boolean found = values(question).anyMatch(value -> {
            sheet.give(question, value);
            return search(depth + 1);
        });
        if (!found) {
            sheet.open(question);
        }
        return found;
    }

    private LongStream values(Question question) {
        if (question.type() == Type.CHOICE) {
            return LongStream.range(0, question.options().size()).map(option -> 1L << option);
        }
        if (question.type() == Type.CHOICES) {
            long all = (1L << question.options().size()) - 1;
            LongStream single = LongStream.range(0, question.options().size()).map(option -> 1L << option);
            return LongStream.concat(LongStream.of(0, all), single);
        }
        return Boundaries.of(question, List.of(condition)).stream().mapToLong(Integer::longValue);
    }
}
