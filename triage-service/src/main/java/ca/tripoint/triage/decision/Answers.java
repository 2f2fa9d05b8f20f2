package ca.tripoint.triage.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All answers of a screening by question id. The order in which they came does not matter. */
public record Answers(Map<String, Answer> byQuestion) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        byQuestion = Map.copyOf(byQuestion);
    }

    public Optional<Answer> to(String questionId) {
        return Optional.ofNullable(byQuestion.get(questionId));
    }

    /** When the newest of them was given. */
    public Optional<Instant> newestAt() {
        return byQuestion.values().stream().map(Answer::answeredAt).max(Comparator.naturalOrder());
    }

    /** The days on which they were given. */
    public Set<LocalDate> days() {
        return byQuestion.values().stream()
                .map(answer -> CalendarDay.of(answer.answeredAt()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that were given by the end of the day. */
    public Answers until(LocalDate day) {
        Map<String, Answer> known = new HashMap<>(byQuestion);
        known.values().removeIf(answer -> CalendarDay.of(answer.answeredAt()).isAfter(day));
        return new Answers(known);
    }

    public Answers with(String questionId, Answer answer) {
        Map<String, Answer> merged = new HashMap<>(byQuestion);
        merged.put(questionId, answer);
        return new Answers(merged);
    }

    public Answers without(String questionId) {
        Map<String, Answer> fewer = new HashMap<>(byQuestion);
        fewer.remove(questionId);
        return new Answers(fewer);
    }

    @Override
    public String toString() {
        return "Answers[redacted]";
    }
}
