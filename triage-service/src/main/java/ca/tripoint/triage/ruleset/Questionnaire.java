package ca.tripoint.triage.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All questions in the order of the paper form, and their sections.
 *
 * @param glossary terms that are explained beside it (S-16)
 */
public record Questionnaire(
        List<String> sections, List<String> glossary, List<Question> questions, Map<String, Question> byId) {

    Questionnaire(List<String> sections, List<String> glossary, List<Question> questions) {
        this(
                List.copyOf(sections),
                List.copyOf(glossary),
                List.copyOf(questions),
                questions.stream().collect(Collectors.toUnmodifiableMap(Question::id, Function.identity())));
    }

    public Optional<Question> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Question question(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no question " + id));
    }
}
