package ca.tripoint.triage.screening;

import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.triage.decision.PlainText;
import ca.tripoint.triage.problem.TriageProblem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Characters that no document can carry ({@link PlainText}): refused before anything is made of the request. */
final class BrokenText {
    private BrokenText() {}

    static void refuse(Map<String, JsonNode> answers) {
        List<FieldError> errors = answers.entrySet().stream()
                .filter(entry -> broken(entry.getKey()) || broken(entry.getValue()))
                .map(entry -> FieldError.question(broken(entry.getKey()) ? "?" : entry.getKey(), "bad-characters"))
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.of(TriageProblem.INVALID_ANSWER).naming(errors);
        }
    }

    private static boolean broken(JsonNode value) {
        if (value.isTextual()) {
            return broken(value.textValue());
        }
        boolean nested = StreamSupport.stream(value.spliterator(), false).anyMatch(BrokenText::broken);
        return nested || value.properties().stream().anyMatch(field -> broken(field.getKey()));
    }

    private static boolean broken(String text) {
        return !PlainText.is(text);
    }
}
