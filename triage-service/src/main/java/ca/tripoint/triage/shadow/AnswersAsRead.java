package ca.tripoint.triage.shadow;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Questionnaire;
import java.util.Optional;

/**
 * Answers to one questionnaire as another one reads them.
 *
 * @param answers those to questions it asks
 * @param complete whether it takes each of them; a question it no longer asks is not missed
 */
record AnswersAsRead(Answers answers, boolean complete) {

    static AnswersAsRead by(Questionnaire questionnaire, Answers given) {
        Answers read = given;
        boolean complete = true;
        for (var entry : given.byQuestion().entrySet()) {
            Optional<Question> question = questionnaire.find(entry.getKey());
            if (question.isEmpty()) {
                read = read.without(entry.getKey());
            } else {
                complete &= takes(question.get(), entry.getValue());
            }
        }
        return new AnswersAsRead(read, complete);
    }

    private static boolean takes(Question question, Answer answer) {
        return switch (answer) {
            case Answer.Whole whole -> question.type() == Type.WHOLE && within(question, whole.number());
            case Answer.Weeks weeks -> question.type() == Type.WEEKS && within(question, weeks.weeks());
            case Answer.Day ignored -> question.type() == Type.DAYS;
            case Answer.Choice choice -> question.type() == Type.CHOICE && question.has(choice.code());
            case Answer.Choices choices ->
                question.type() == Type.CHOICES && choices.codes().stream().allMatch(question::has);
            case Answer.Text ignored -> question.type() == Type.TEXT;
            case Answer.Unresolved ignored -> question.unknownAccepted();
        };
    }

    private static boolean within(Question question, int number) {
        return number >= question.min() && number <= question.max();
    }

    @Override
    public String toString() {
        return "AnswersAsRead[redacted]";
    }
}
