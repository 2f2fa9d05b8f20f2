package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Answer.Unresolved;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Questionnaire;
import ca.tripoint.triage.ruleset.Sheet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Lays answers out as they read on a given day. */
public final class SheetWriter {
    private SheetWriter() {}

    public static Sheet sheet(Questionnaire questionnaire, Answers answers, LocalDate today, boolean lastWord) {
        Sheet sheet = new Sheet(questionnaire);
        answers.byQuestion().forEach((id, answer) -> {
            Question question = questionnaire.question(id);
            switch (answer) {
                case Answer.Whole whole -> sheet.give(question, whole.number());
                case Answer.Day day -> sheet.give(question, daysAgo(day.day(), today));
                case Answer.Weeks weeks -> sheet.give(question, weeksOn(weeks, today));
                case Answer.Choice choice -> sheet.give(question, question.bit(choice.code()));
                case Answer.Choices choices -> sheet.give(question, bits(question, choices));
                case Answer.Text ignored -> sheet.give(question, 0);
                case Answer.Unresolved unresolved -> {
                    if (asksAgain(question, unresolved, lastWord)) {
                        sheet.open(question);
                    } else {
                        sheet.unknown(question);
                    }
                }
            }
        });
        return sheet;
    }

    /** A ✱ question without an answer is asked once more in plainer words. */
    static boolean asksAgain(Question question, Answer answer, boolean lastWord) {
        return !lastWord && question.critical() && answer instanceof Unresolved unresolved && !unresolved.last();
    }

    static long daysAgo(LocalDate day, LocalDate today) {
        return ChronoUnit.DAYS.between(day, today);
    }

    private static long weeksOn(Answer.Weeks answer, LocalDate today) {
        long passed = Math.max(0, ChronoUnit.WEEKS.between(answer.told(), today));
        return answer.weeks() == 0 ? 0 : answer.weeks() + passed;
    }

    private static long bits(Question question, Answer.Choices choices) {
        long bits = 0;
        for (String code : choices.codes()) {
            bits |= question.bit(code);
        }
        return bits;
    }
}
