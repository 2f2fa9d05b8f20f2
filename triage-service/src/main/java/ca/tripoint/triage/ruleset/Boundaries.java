package ca.tripoint.triage.ruleset;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Both sides of every number conditions compare a question with, as far as anybody can answer them: the values at which
 * something may change.
 */
public final class Boundaries {
    private final Question question;
    private final TreeSet<Integer> numbers;

    private Boundaries(Question question) {
        this.question = question;
        this.numbers = new TreeSet<>(List.of(question.min()));
    }

    public static List<Integer> of(Question question, List<Condition> conditions) {
        Boundaries boundaries = new Boundaries(question);
        boundaries.numbers.add(question.max());
        conditions.forEach(boundaries::collect);
        return List.copyOf(boundaries.numbers);
    }

    private void collect(Condition condition) {
        switch (condition) {
            case Condition.All all -> all.of().forEach(this::collect);
            case Condition.Any any -> any.of().forEach(this::collect);
            case Condition.Not not -> collect(not.of());
            case Condition.Known known -> collect(known.of());
            case Condition.Defined defined -> collect(defined.of());
            case Condition.Compare compare -> around(compare.question(), compare.number());
            case Condition.WithinDays within -> around(within.question(), within.days());
            case Condition.OneOf ignored -> {}
            case Condition.Contains ignored -> {}
            case Condition.Later ignored -> {}
            case Condition.Answered ignored -> {}
            case Condition.Standing ignored -> {}
        }
    }

    private void around(Question compared, int number) {
        if (compared.equals(question)) {
            IntStream.rangeClosed(number - 1, number + 1)
                    .filter(candidate -> candidate >= question.min() && candidate <= question.max())
                    .forEach(numbers::add);
        }
    }
}
