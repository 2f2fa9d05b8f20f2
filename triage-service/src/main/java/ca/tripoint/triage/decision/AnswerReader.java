package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Answer.Unresolved;
import ca.tripoint.triage.decision.Answer.Unresolved.Reason;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** Reads an answer as it is sent: a number, a code, a list of codes, text, or "UNKNOWN" or "DECLINED". */
public final class AnswerReader {
    private final Instant now;
    private final LocalDate today;

    public AnswerReader(Instant now) {
        this.now = now;
        this.today = CalendarDay.of(now);
    }

    /** @throws InvalidAnswer naming the question and what is wrong, never the value */
    public Answer read(Question question, JsonNode value) {
        boolean unresolved = value.isTextual()
                && question.type() != Type.TEXT
                && (value.textValue().equals("UNKNOWN") || value.textValue().equals("DECLINED"));
        if (unresolved) {
            if (!question.unknownAccepted()) {
                throw new InvalidAnswer(question.id(), "unknown-not-accepted");
            }
            return Unresolved.first(Reason.valueOf(value.textValue()), now);
        }
        return switch (question.type()) {
            case WHOLE -> new Answer.Whole(number(question, value), now);
            case DAYS -> new Answer.Day(today.minusDays(number(question, value)), now);
            case WEEKS -> new Answer.Weeks(number(question, value), today, now);
            case CHOICE -> new Answer.Choice(code(question, value), now);
            case CHOICES -> new Answer.Choices(codes(question, value), now);
            case TEXT -> new Answer.Text(text(question, value), now);
        };
    }

    private static int number(Question question, JsonNode value) {
        if (!value.isIntegralNumber()) {
            throw new InvalidAnswer(question.id(), "not-a-whole-number");
        }
        if (!value.canConvertToInt() || value.intValue() < question.min() || value.intValue() > question.max()) {
            throw new InvalidAnswer(question.id(), "out-of-range");
        }
        return value.intValue();
    }

    private static String code(Question question, JsonNode value) {
        if (!value.isTextual()) {
            throw new InvalidAnswer(question.id(), "not-a-code");
        }
        if (!question.has(value.textValue())) {
            throw new InvalidAnswer(question.id(), "unknown-code");
        }
        return value.textValue();
    }

    private static Set<String> codes(Question question, JsonNode value) {
        if (!value.isArray()) {
            throw new InvalidAnswer(question.id(), "not-a-list");
        }
        Set<String> codes = new TreeSet<>();
        value.forEach(item -> codes.add(code(question, item)));
        if (codes.isEmpty() && !question.unknownAccepted()) {
            throw new InvalidAnswer(question.id(), "empty-list");
        }
        return codes;
    }

    private static String text(Question question, JsonNode value) {
        if (!value.isTextual()) {
            throw new InvalidAnswer(question.id(), "not-text");
        }
        String text = value.textValue();
        if (text.length() > question.max()) {
            throw new InvalidAnswer(question.id(), "too-long");
        }
        if (!PlainText.is(text)) {
            throw new InvalidAnswer(question.id(), "bad-characters");
        }
        return text;
    }
}
