package ca.tripoint.triage.rulebook;

import ca.tripoint.triage.catalogue.ConditionJson;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Rule.Escalation;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule set as a clinician reviews it, row by row, in both languages side by side. */
@Schema(name = "Rulebook")
public record Rulebook(
        String id,
        String version,
        String sha256,
        boolean active,
        String status,
        boolean clinicallyApproved,
        Map<String, Integer> constants,
        String unassessedPolicy,
        List<Row> rules,
        List<QuestionRow> questions,
        List<MuscleRow> muscles) {

    /** @param condition when it holds, in words */
    @Schema(name = "RulebookRow")
    public record Row(
            String kind,
            String code,
            String condition,
            Map<String, Object> when,
            String outcome,
            @Nullable String escalation,
            String whenUnknown,
            Text name,
            Text text,
            List<Evidence> evidence) {}

    @Schema(name = "Bilingual")
    public record Text(String en, String fr) {}

    @Schema(name = "RulebookQuestion")
    public record QuestionRow(
            String id,
            String type,
            List<String> options,
            boolean needed,
            boolean critical,
            @Nullable String visibleWhen,
            Text text,
            Text why) {}

    @Schema(name = "RulebookMuscle")
    public record MuscleRow(
            String code, Text name, Map<String, Integer> refers, List<String> positions, List<Evidence> evidence) {}

    static Rulebook of(Ruleset ruleset, boolean active) {
        return new Rulebook(
                ruleset.id(),
                ruleset.version(),
                ruleset.sha256(),
                active,
                ruleset.approval().status(),
                ruleset.approval().clinicallyApproved(),
                new TreeMap<>(ruleset.constants()),
                ruleset.unassessedPolicy().name(),
                ruleset.rules().map(rule -> row(rule, ruleset)).toList(),
                ruleset.questionnaire().questions().stream()
                        .map(question -> question(question, ruleset))
                        .toList(),
                ruleset.plan().muscles().stream()
                        .map(muscle -> new MuscleRow(
                                muscle.code(),
                                both(ruleset, "muscles." + muscle.code() + ".name"),
                                new TreeMap<>(muscle.refers()),
                                muscle.positions().stream().map(Enum::name).toList(),
                                evidence(muscle.evidence(), ruleset)))
                        .toList());
    }

    private static Row row(Rule rule, Ruleset ruleset) {
        Escalation escalation = rule instanceof RedFlag flag ? flag.escalates() : null;
        return new Row(
                kind(rule),
                rule.code(),
                ConditionProse.of(rule.when()),
                ConditionJson.of(rule.when()),
                rule instanceof RedFlag flag
                        ? flag.outcome().name()
                        : rule.gravest().name(),
                escalation == null ? null : escalation.to() + " when " + ConditionProse.of(escalation.when()),
                rule.whenUnknown().name(),
                both(ruleset, "rules." + rule.code() + ".name"),
                both(ruleset, "rules." + rule.code() + ".text"),
                evidence(rule.evidence(), ruleset));
    }

    private static String kind(Rule rule) {
        return switch (rule) {
            case RedFlag ignored -> "RED_FLAG";
            case Rule.Gate ignored -> "GATE";
            case Rule.Adjustment ignored -> "ADJUSTMENT";
            case Rule.Ground ignored -> "GROUND";
        };
    }

    private static QuestionRow question(Question question, Ruleset ruleset) {
        return new QuestionRow(
                question.id(),
                question.type().name().toLowerCase(Locale.ROOT),
                question.options(),
                question.needed(),
                question.critical(),
                question.visibleWhen() == null ? null : ConditionProse.of(question.visibleWhen()),
                both(ruleset, "questions." + question.id() + ".text"),
                both(ruleset, "questions." + question.id() + ".why"));
    }

    private static Text both(Ruleset ruleset, String key) {
        return new Text(
                ruleset.texts(Locale.CANADA).get(key),
                ruleset.texts(Locale.CANADA_FRENCH).get(key));
    }

    private static List<Evidence> evidence(List<String> ids, Ruleset ruleset) {
        return ruleset.evidence().values().stream()
                .filter(evidence -> ids.contains(evidence.id()))
                .sorted(Comparator.comparing(Evidence::id))
                .toList();
    }
}
