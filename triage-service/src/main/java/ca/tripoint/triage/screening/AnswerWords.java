package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers as a professional reads them: a label, and what was said, in words. */
public final class AnswerWords {
    private final Ruleset ruleset;
    private final Texts texts;
    private final LocalDate today;

    /** One answer in words. */
    @TemplateData
    public record Said(String question, String section, String label, String value) {
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

    /** Everything that was answered, in the order of the questionnaire. */
    public List<Said> all(ScreeningContent content) {
        return ruleset.questionnaire().questions().stream()
                .filter(question -> content.confirmed().to(question.id()).isPresent())
                .map(question -> new Said(
                        question.id(),
                        texts.get("sections." + question.section()),
                        label(question),
                        value(question, content.confirmed().to(question.id()).orElseThrow())))
                .toList();
    }

    /** Labels of what was not answered: asked by nobody, or left open. */
    public List<String> missing(ScreeningContent content) {
        return ruleset.questionnaire().questions().stream()
                .filter(question -> question.needed() || question.picture())
                .filter(question -> content.confirmed().to(question.id()).isEmpty())
                .filter(question -> question.visibleWhen() == null)
                .map(this::label)
                .toList();
    }

    public String label(Question question) {
        return texts.get("questions." + question.id() + ".label");
    }

    private String value(Question question, Answer answer) {
        return switch (answer) {
            case Answer.Whole whole -> whole.number() + unit(question);
            case Answer.Day day ->
                texts.get("phrases.daysAgo")
                        .replace("{days}", String.valueOf(ChronoUnit.DAYS.between(day.day(), today)))
                        .replace("{date}", day.day().toString());
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

    private String unit(Question question) {
        return question.unit() == null ? "" : " " + texts.get("units." + question.unit());
    }
}
