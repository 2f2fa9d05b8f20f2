package ca.tripoint.triage.decision;

import ca.tripoint.triage.ruleset.Boundaries;
import ca.tripoint.triage.ruleset.Condition;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Ruleset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers worth trying in place of the one given: every option, both sides of every limit, one mark fewer. */
final class CandidateAnswers {
    private static final Set<Type> NUMBERS = EnumSet.of(Type.DAYS, Type.WEEKS, Type.WHOLE);

    private final Map<Question, List<Integer>> numbers;

    CandidateAnswers(Ruleset ruleset) {
        List<Condition> conditions = ruleset.rules().map(Rule::when).toList();
        numbers = ruleset.questionnaire().questions().stream()
                .filter(question -> NUMBERS.contains(question.type()))
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), question -> Boundaries.of(question, conditions)));
    }

    List<Answer> to(Question question, Answers given, LocalDate today) {
        String now = given.to(question.id()).map(CandidateAnswers::key).orElse("");
        return all(question, given, today).stream()
                .filter(candidate -> !key(candidate).equals(now))
                .toList();
    }

    private List<Answer> all(Question question, Answers given, LocalDate today) {
        List<Answer> candidates = new ArrayList<>();
        Instant then = CalendarDay.start(today);
        switch (question.type()) {
            case CHOICE -> question.options().forEach(code -> candidates.add(new Answer.Choice(code, then)));
            case CHOICES -> fewerMarks(question, given, then, candidates);
            case DAYS -> numbers(question).forEach(days -> candidates.add(new Answer.Day(today.minusDays(days), then)));
            case WEEKS -> numbers(question).forEach(weeks -> candidates.add(new Answer.Weeks(weeks, today, then)));
            case WHOLE -> numbers(question).forEach(number -> candidates.add(new Answer.Whole(number, then)));
            case TEXT -> {}
        }
        return candidates;
    }

    private List<Integer> numbers(Question question) {
        return numbers.getOrDefault(question, List.of());
    }

    private static void fewerMarks(Question question, Answers given, Instant then, List<Answer> candidates) {
        if (question.unknownAccepted()) {
            candidates.add(new Answer.Choices(Set.of(), then));
        } else if (given.to(question.id()).isEmpty()) {
            question.options().forEach(code -> candidates.add(new Answer.Choices(Set.of(code), then)));
        }
        given.to(question.id())
                .filter(answer -> answer instanceof Answer.Choices)
                .map(answer -> ((Answer.Choices) answer).codes())
                .filter(codes -> codes.size() > 1)
                .ifPresent(codes -> codes.stream().sorted().forEach(code -> {
                    Set<String> fewer = new HashSet<>(codes);
                    fewer.remove(code);
                    candidates.add(new Answer.Choices(fewer, then));
                }));
    }

    /** What an answer says, whenever it was given. */
    static String key(Answer answer) {
        return switch (answer) {
            case Answer.Whole whole -> "" + whole.number();
            case Answer.Day day -> day.day().toString();
            case Answer.Weeks weeks -> "" + weeks.weeks();
            case Answer.Choice choice -> choice.code();
            case Answer.Choices choices ->
                choices.codes().stream().sorted().toList().toString();
            case Answer.Text text -> text.text();
            case Answer.Unresolved unresolved -> unresolved.reason().name();
        };
    }
}
