package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Questionnaire;
import java.util.List;

/**
 * How much of the pain picture is told, 0 to 6 (S-42, S-44). What somebody does not know, or did not confirm, is not told.
 *
 * @param missing ids of the items that are not
 */
public record PainPicture(int complete, List<String> missing) {

    public static PainPicture of(Questionnaire questionnaire, Answers confirmed) {
        List<String> items = questionnaire.questions().stream()
                .filter(Question::picture)
                .map(Question::id)
                .toList();
        List<String> missing = items.stream()
                .filter(id -> confirmed
                        .to(id)
                        .filter(answer -> !(answer instanceof Answer.Unresolved))
                        .isEmpty())
                .toList();
        return new PainPicture(items.size() - missing.size(), missing);
    }

    @Override
    public String toString() {
        return "PainPicture[redacted]";
    }
}
