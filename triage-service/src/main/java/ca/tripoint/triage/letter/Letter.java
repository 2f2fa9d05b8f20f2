package ca.tripoint.triage.letter;

import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import ca.tripoint.triage.screening.AnswerWords;
import ca.tripoint.triage.screening.AnswerWords.Said;
import ca.tripoint.triage.screening.RuleWords;
import ca.tripoint.triage.screening.ScreeningFile;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the letter says. The person writes their own name on it: we do not know it here. */
@TemplateData
public record Letter(
        String language,
        Map<String, String> t,
        Outcome outcome,
        String to,
        String urgency,
        boolean cleared,
        LocalDate date,
        String intro,
        List<Reason> reasons,
        List<Section> sections,
        List<String> missing,
        String missingText,
        String footer) {
    private static final String KEY = "letter.";

    /** @param basis the evidence the rule rests on */
    @TemplateData
    public record Reason(String name, String text, String basis, boolean redFlag) {
        @Override
        public String toString() {
            return "Reason[redacted]";
        }
    }

    @TemplateData
    public record Section(String title, List<Said> said) {
        @Override
        public String toString() {
            return "Section[redacted]";
        }
    }

    static Letter of(ScreeningFile file, Locale language) {
        Ruleset ruleset = file.ruleset();
        Texts texts = ruleset.texts(language);
        LocalDate day = CalendarDay.of(
                file.screening().decidedAt().orElse(file.screening().createdAt()));
        AnswerWords words = new AnswerWords(ruleset, language, day);
        Outcome outcome = file.decision().outcome();
        List<String> missing = words.missingButFreeText(file.content());
        return new Letter(
                language.toLanguageTag(),
                phrases(texts),
                outcome,
                texts.get(KEY + "to." + outcome),
                texts.get(KEY + "urgency." + outcome),
                outcome.bookable(),
                day,
                texts.get(KEY + (outcome.bookable() ? "introCleared" : "intro")),
                file.decision().reasons().stream()
                        .map(reason -> reason(reason, file, language))
                        .toList(),
                sections(words.allButFreeText(file.content())),
                missing,
                String.join(", ", missing),
                texts.get(KEY + "footer")
                        .replace("{version}", file.screening().rulesetVersion())
                        .replace("{sha256}", file.screening().rulesetSha256())
                        .replace("{id}", file.screening().id().toString()));
    }

    private static Map<String, String> phrases(Texts texts) {
        return texts.byKey().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(KEY))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(KEY.length()), Map.Entry::getValue));
    }

    private static Reason reason(Decision.Reason reason, ScreeningFile file, Locale language) {
        Ruleset ruleset = file.ruleset();
        RuleWords words = new RuleWords(ruleset.texts(language));
        String basis = reason.evidence().stream()
                .map(ruleset.evidence()::get)
                .filter(evidence -> evidence != null)
                .map(evidence -> evidence.source(language))
                .collect(Collectors.joining("; "));
        boolean redFlag = ruleset.rule(reason.code())
                .filter(rule -> rule instanceof RedFlag)
                .isPresent();
        return new Reason(words.name(reason, file.decision()), words.text(reason, file.decision()), basis, redFlag);
    }

    private static List<Section> sections(List<Said> said) {
        Map<String, List<Said>> bySection = new LinkedHashMap<>();
        said.forEach(each -> bySection
                .computeIfAbsent(each.section(), any -> new ArrayList<>())
                .add(each));
        return bySection.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public String toString() {
        return "Letter[redacted]";
    }
}
