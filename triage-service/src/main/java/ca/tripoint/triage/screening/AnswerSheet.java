package ca.tripoint.triage.screening;

import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answer.Unresolved;
import ca.tripoint.triage.decision.AnswerReader;
import ca.tripoint.triage.decision.InvalidAnswer;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Questionnaire;
import ca.tripoint.triage.screening.ScreeningContent.Source;
import ca.tripoint.triage.screening.ScreeningContent.StoredAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Merges what was sent into what is stored; all of it, or nothing and every fault named. */
final class AnswerSheet {
    private static final Pattern QUESTION_ID = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,60}");

    private final Questionnaire questionnaire;
    private final AnswerReader reader;
    private final Map<String, StoredAnswer> answers;
    private final List<FieldError> unknown = new ArrayList<>();
    private final List<FieldError> invalid = new ArrayList<>();

    private AnswerSheet(Questionnaire questionnaire, AnswerReader reader, Map<String, StoredAnswer> stored) {
        this.questionnaire = questionnaire;
        this.reader = reader;
        this.answers = new TreeMap<>(stored);
    }

    static Map<String, StoredAnswer> merged(
            Questionnaire questionnaire, Map<String, StoredAnswer> stored, Map<String, JsonNode> sent, Instant now) {
        AnswerSheet sheet = new AnswerSheet(questionnaire, new AnswerReader(now), stored);
        sent.forEach(sheet::merge);
        sheet.refuseFaults();
        return sheet.answers;
    }

    private void merge(String id, JsonNode value) {
        Optional<Question> question = questionnaire.find(id);
        if (question.isEmpty()) {
            String name = QUESTION_ID.matcher(id).matches() ? id : "?";
            unknown.add(FieldError.question(name, "unknown-question"));
        } else if (value.isNull()) {
            answers.remove(id);
        } else {
            read(question.get(), value);
        }
    }

    private void read(Question question, JsonNode value) {
        try {
            Answer answer = reader.read(question, value);
            StoredAnswer before = answers.get(question.id());
            answers.put(question.id(), new StoredAnswer(following(answer, before), Source.ANSWERED));
        } catch (InvalidAnswer fault) {
            invalid.add(FieldError.question(fault.questionId(), fault.code()));
        }
    }

    /**
     * "I do not know" is the last word when it answers the plainer question; sent again before that was asked, it is the same
     * answer. A note sent again unchanged is not written again.
     */
    private static Answer following(Answer answer, @Nullable StoredAnswer before) {
        if (before == null || before.source() != Source.ANSWERED) {
            return answer;
        }
        if (answer instanceof Unresolved again && before.answer() instanceof Unresolved first) {
            return first.askedAgain() || first.last() ? again.whenAskedAgain().asLastWord() : again;
        }
        if (answer instanceof Answer.Text again
                && before.answer() instanceof Answer.Text first
                && again.text().equals(first.text())) {
            return first;
        }
        return answer;
    }

    private void refuseFaults() {
        if (!unknown.isEmpty()) {
            throw Refusal.of(TriageProblem.UNKNOWN_QUESTION).naming(unknown).naming(invalid);
        }
        if (!invalid.isEmpty()) {
            throw Refusal.of(TriageProblem.INVALID_ANSWER).naming(invalid);
        }
    }
}
