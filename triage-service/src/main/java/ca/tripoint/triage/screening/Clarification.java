package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.ruleset.Condition;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Contradiction;
import ca.tripoint.triage.screening.ScreeningContent.StoredAnswer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whoever was shown that two answers do not fit, and says once more that there is nothing, is believed: the details told of it are
 * taken away. The first correction alone is not enough, it is what the question is about.
 */
final class Clarification {
    private Clarification() {}

    /**
     * @param shown what the person had before their eyes when they answered
     * @param now what still does not fit after it
     * @param sent the questions they answered
     * @return their answers, without the details that are no longer true
     */
    static Map<String, StoredAnswer> settled(
            Ruleset ruleset, Decision shown, Decision now, Set<String> sent, Map<String, StoredAnswer> answers) {
        Set<String> clashing = codes(shown);
        clashing.retainAll(codes(now));
        Map<String, StoredAnswer> settled = new TreeMap<>(answers);
        ruleset.contradictions().stream()
                .filter(contradiction -> clashing.contains(contradiction.code()))
                .filter(contradiction ->
                        contradiction.clarify().stream().map(Question::id).anyMatch(sent::contains))
                .filter(contradiction -> saidSince(contradiction, answers))
                .flatMap(contradiction -> details(contradiction.when()))
                .forEach(settled::remove);
        return settled;
    }

    private static Set<String> codes(Decision decision) {
        return decision.contradictions().stream()
                .map(Decision.Clash::code)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All that was to be clarified has been answered after the details were. */
    private static boolean saidSince(Contradiction contradiction, Map<String, StoredAnswer> answers) {
        List<Instant> details = times(details(contradiction.when()).toList(), answers);
        List<Instant> clarified =
                times(contradiction.clarify().stream().map(Question::id).toList(), answers);
        return clarified.size() == contradiction.clarify().size()
                && clarified.stream().allMatch(said -> details.stream().allMatch(said::isAfter));
    }

    private static List<Instant> times(Collection<String> questions, Map<String, StoredAnswer> answers) {
        return questions.stream()
                .flatMap(id -> Optional.ofNullable(answers.get(id)).stream())
                .map(stored -> stored.answer().answeredAt())
                .toList();
    }

    /** What a contradiction looks for though it cannot be seen. */
    private static Stream<String> details(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.of().stream().flatMap(Clarification::details);
            case Condition.Any any -> any.of().stream().flatMap(Clarification::details);
            case Condition.Answered answered -> Stream.of(answered.question().id());
            default -> Stream.of();
        };
    }
}
