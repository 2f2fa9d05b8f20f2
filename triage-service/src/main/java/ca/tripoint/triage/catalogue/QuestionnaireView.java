package ca.tripoint.triage.catalogue;

import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The questionnaire in one language. Ids and codes are the same in both. */
@Schema(name = "Questionnaire")
public record QuestionnaireView(
        String id,
        String version,
        String sha256,
        boolean clinicallyApproved,
        String notice,
        String title,
        String intro,
        List<Section> sections,
        List<Item> questions,
        List<Term> glossary,
        ConsentText consent) {

    public record Section(String id, String label) {}

    /** A word that is used, and what it means. */
    @Schema(name = "GlossaryTerm")
    public record Term(String code, String name, String text) {}

    public record Option(String code, String text, boolean exclusive) {}

    /** The consent to send with a screening, in the version to name. */
    public record ConsentText(String healthIntake, String text) {}

    @Schema(name = "Question")
    public record Item(
            String id,

            @Schema(enumeration = {"whole", "days", "weeks", "choice", "choices", "text"})
            String type,

            String section,
            List<Option> options,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable String unit,
            boolean required,
            boolean critical,
            boolean allowUnknown,
            @Nullable Map<String, Object> visibleWhen,
            String text,
            @Nullable String plainerText,
            String why) {}

    static QuestionnaireView of(Ruleset ruleset, Locale language) {
        Texts texts = ruleset.texts(language);
        String consentVersion = ruleset.consent().healthIntakeVersion();
        return new QuestionnaireView(
                ruleset.id(),
                ruleset.version(),
                ruleset.sha256(),
                ruleset.approval().clinicallyApproved(),
                ruleset.approval().statement().getOrDefault(language, ""),
                texts.get("title"),
                texts.get("intro"),
                ruleset.questionnaire().sections().stream()
                        .map(section -> new Section(section, texts.get("sections." + section)))
                        .toList(),
                ruleset.questionnaire().questions().stream()
                        .map(question -> item(question, texts))
                        .toList(),
                ruleset.questionnaire().glossary().stream()
                        .map(code -> new Term(
                                code, texts.get("glossary." + code + ".name"), texts.get("glossary." + code + ".text")))
                        .toList(),
                new ConsentText(consentVersion, texts.get("consent.healthIntake")));
    }

    private static Item item(Question question, Texts texts) {
        boolean bounded = question.options().isEmpty();
        String prefix = "questions." + question.id() + ".";
        return new Item(
                question.id(),
                question.type().name().toLowerCase(Locale.ROOT),
                question.section(),
                question.options().stream()
                        .map(code -> new Option(code, texts.option(question, code), question.type() == Type.CHOICE))
                        .toList(),
                bounded ? question.min() : null,
                bounded ? question.max() : null,
                question.unit() == null ? null : texts.get("units." + question.unit()),
                question.needed(),
                question.critical(),
                question.unknownAccepted(),
                question.visibleWhen() == null ? null : ConditionJson.of(question.visibleWhen()),
                texts.get(prefix + "text"),
                texts.find(prefix + "plainer").orElse(null),
                texts.get(prefix + "why"));
    }
}
