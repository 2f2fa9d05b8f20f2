package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.SheetWriter;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Answers as a professional reads them: a label, and what was said, in words. What a person wrote freely is for the therapist
 * assigned and our own clinicians, who read it here; it goes into nothing that leaves, such as a letter or an export.
 */
public final class AnswerWords {
    private final Ruleset ruleset;
    private final Texts texts;
    private final LocalDate today;

    /**
     * One answer in words.
     *
     * @param day of the answer
     */
    @TemplateData
    public record Said(String question, String section, String label, String value, LocalDate day) {
        @Override
        public String toString() {
            return "Said[redacted]";
        }
    }

    public AnswerWords(Ruleset ruleset, Locale language, LocalDate today) {
        this.ruleset = ruleset;
        this.texts = ruleset.texts(language);
        this.today = today;
    }

    /** Everything that was answered, in the order of the questionnaire, but for questions that nobody saw. */
    public List<Said> all(ScreeningContent content) {
        return said(content, content.confirmed(), question -> true);
    }

    /** Everything that may leave: all but what was written freely. */
    public List<Said> allButFreeText(ScreeningContent content) {
        return said(content, content.confirmed(), AnswerWords::coded);
    }

    /** What was told earlier and not said again, but for what was written freely. */
    public List<Said> earlier(ScreeningContent content) {
        return said(content, content.earlier(), AnswerWords::coded);
    }

    private List<Said> said(ScreeningContent content, Answers answers, Predicate<Question> which) {
        Sheet sheet = sheet(content.confirmed());
        return ruleset.questionnaire().questions().stream()
                .filter(which)
                .filter(question -> answers.to(question.id()).isPresent())
                .filter(question -> Truths.may(sheet.visible(question), Truths.TRUE))
                .map(question -> said(question, answers.to(question.id()).orElseThrow()))
                .toList();
    }

    private Said said(Question question, Answer answer) {
        return new Said(
                question.id(),
                texts.get("sections." + question.section()),
                label(question),
                value(question, answer),
                CalendarDay.of(answer.answeredAt()));
    }

    /** Labels of what was not answered, though it was there to be answered: needed or not, asked always or only of some. */
    public List<String> missing(ScreeningContent content) {
        return unanswered(content, question -> true);
    }

    /** Those of them that a reader elsewhere may weigh: what is needed, and the pain picture; {@link #earlier} has the rest. */
    public List<String> missingOfWeight(ScreeningContent content) {
        return unanswered(
                content,
                question -> (question.needed() || question.picture())
                        && !content.answers().containsKey(question.id()));
    }

    private List<String> unanswered(ScreeningContent content, Predicate<Question> which) {
        Answers answers = content.confirmed();
        Sheet sheet = sheet(answers);
        return ruleset.questionnaire().questions().stream()
                .filter(question -> answers.to(question.id()).isEmpty())
                .filter(which)
                .filter(question -> sheet.visible(question) == Truths.TRUE)
                .map(this::label)
                .toList();
    }

    private Sheet sheet(Answers answers) {
        return SheetWriter.sheet(ruleset.questionnaire(), answers, today, true);
    }

    private static boolean coded(Question question) {
        return question.type() != Type.TEXT;
    }

    public String label(Question question) {
        return texts.get("questions." + question.id() + ".label");
    }

    private String value(Question question, Answer answer) {
        return switch (answer) {
            case Answer.Whole whole -> whole.number() + unit(question);
            case Answer.Day day -> daysAgo(day.day());
            case Answer.Weeks weeks -> weeks.weeks() + unit(question);
            case Answer.Choice choice -> texts.option(question, choice.code());
            case Answer.Choices choices ->
                choices.codes().isEmpty()
                        ? texts.get("phrases.none")
                        : question.options().stream()
                                .filter(choices.codes()::contains)
                                .map(code -> texts.option(question, code))
                                .collect(Collectors.joining(", "));
            case Answer.Text text -> text.text();
            case Answer.Unresolved unresolved -> texts.get("options." + unresolved.reason());
        };
    }

    private String daysAgo(LocalDate day) {
        long days = ChronoUnit.DAYS.between(day, today);
        String phrase = days == 0 ? "phrases.today" : days == 1 ? "phrases.yesterday" : "phrases.daysAgo";
        return texts.get(phrase).replace("{days}", String.valueOf(days)).replace("{date}", day.toString());
    }

    private String unit(Question question) {
        return question.unit() == null ? "" : " " + texts.get("units." + question.unit());
    }
}
