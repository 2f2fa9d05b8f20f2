package ca.tripoint.triage.rulebook;

import ca.tripoint.triage.catalogue.ConditionJson;
import ca.tripoint.triage.ruleset.Condition;
import ca.tripoint.triage.ruleset.Muscle;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Rule.Escalation;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Advice;
import ca.tripoint.triage.ruleset.Ruleset.Changes;
import ca.tripoint.triage.ruleset.Ruleset.ConsentTerms;
import ca.tripoint.triage.ruleset.Ruleset.Contradiction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule set as a clinician reviews it, row by row, in both languages side by side.
 *
 * @param definitions what the names in {@code when} stand for
 * @param keywords words in free text that ask a question again
 * @param reconfirmation the three questions before a visit
 */
@Schema(name = "Rulebook")
public record Rulebook(
        String id,
        String version,
        String sha256,
        boolean active,
        String status,
        boolean clinicallyApproved,
        List<String> approvedBy,
        Text statement,
        List<Changes> changelog,
        Map<String, Integer> constants,
        String unassessedPolicy,
        List<Row> rules,
        Map<String, Map<String, Object>> definitions,
        List<ContradictionRow> contradictions,
        List<KeywordRow> keywords,
        List<AdviceRow> advice,
        List<QuestionRow> questions,
        List<MuscleRow> muscles,
        PlanBook plan,
        List<ConsentRow> consent,
        Text healthIntake,
        Text glutealWork,
        List<Text> reconfirmation) {

    /**
     * @param condition when it holds, in words
     * @param forbids what a plan may then not contain
     */
    @Schema(name = "RulebookRow")
    public record Row(
            String kind,
            String code,
            String condition,
            Map<String, Object> when,
            String outcome,
            @Nullable String escalation,
            String whenUnknown,
            @Nullable String liftedBy,
            List<String> forbids,
            Text name,
            Text text,
            List<EvidenceRow> evidence) {}

    @Schema(name = "Bilingual")
    public record Text(String en, String fr) {}

    @Schema(name = "RulebookEvidence")
    public record EvidenceRow(String id, String kind, Text source, Text says) {}

    @Schema(name = "RulebookContradiction")
    public record ContradictionRow(String code, String condition, List<String> clarify, Text text) {}

    /** @param told with which outcomes, and when */
    @Schema(name = "RulebookAdvice")
    public record AdviceRow(
            String code, String told, @Nullable String call, Text text) {}

    @Schema(name = "RulebookQuestion")
    public record QuestionRow(
            String id,
            String type,
            List<String> options,
            boolean needed,
            boolean critical,
            @Nullable String visibleWhen,
            Text text,
            @Nullable Text plainer,
            Text why) {}

    @Schema(name = "RulebookMuscle")
    public record MuscleRow(
            String code,
            String group,
            Text name,
            Map<String, Integer> refers,
            List<String> through,
            List<String> positions,
            String pressure,
            List<String> after,
            List<String> skills,
            List<EvidenceRow> evidence) {}

    @Schema(name = "RulebookConsent")
    public record ConsentRow(
            String province,
            int adultAge,
            String writtenGluteal,
            String verbalGluteal,
            boolean guardianForMinor,
            List<EvidenceRow> evidence) {}

    /** @param safeAnswers beside which the words ask again */
    @Schema(name = "RulebookKeyword")
    public record KeywordRow(String code, String asks, List<String> safeAnswers, List<String> words) {}

    static Rulebook of(Ruleset ruleset, boolean active) {
        return new Rulebook(
                ruleset.id(),
                ruleset.version(),
                ruleset.sha256(),
                active,
                ruleset.approval().status(),
                ruleset.approval().clinicallyApproved(),
                ruleset.approval().approvedBy(),
                both(language -> ruleset.approval().statement().get(language)),
                ruleset.changelog(),
                new TreeMap<>(ruleset.constants()),
                ruleset.unassessedPolicy().name(),
                ruleset.rules().map(rule -> row(rule, ruleset)).toList(),
                definitions(ruleset),
                ruleset.contradictions().stream()
                        .map(contradiction -> contradiction(contradiction, ruleset))
                        .toList(),
                ruleset.keywords().stream()
                        .map(keyword ->
                                new KeywordRow(keyword.code(), keyword.asks().id(), keyword.safe(), keyword.words()))
                        .toList(),
                ruleset.advice().stream().map(advice -> advice(advice, ruleset)).toList(),
                ruleset.questionnaire().questions().stream()
                        .map(question -> question(question, ruleset))
                        .toList(),
                ruleset.plan().muscles().stream()
                        .map(muscle -> muscle(muscle, ruleset))
                        .toList(),
                PlanBook.of(ruleset),
                consent(ruleset),
                both(ruleset, "consent.healthIntake"),
                both(ruleset, "consent.glutealWork"),
                Stream.of("CHANGES", "HEALTH", "EVENTS")
                        .map(question -> both(ruleset, "reconfirmation." + question))
                        .toList());
    }

    private static Map<String, Map<String, Object>> definitions(Ruleset ruleset) {
        Map<String, Map<String, Object>> definitions = new TreeMap<>();
        Stream.of(
                        ruleset.rules().map(Rule::when),
                        ruleset.redFlags().stream()
                                .map(RedFlag::escalates)
                                .filter(Objects::nonNull)
                                .map(Escalation::when),
                        ruleset.questionnaire().questions().stream()
                                .map(Question::visibleWhen)
                                .filter(Objects::nonNull))
                .flatMap(conditions -> conditions)
                .forEach(condition -> define(condition, definitions));
        return definitions;
    }

    private static void define(Condition condition, Map<String, Map<String, Object>> definitions) {
        switch (condition) {
            case Condition.All all -> all.of().forEach(part -> define(part, definitions));
            case Condition.Any any -> any.of().forEach(part -> define(part, definitions));
            case Condition.Not not -> define(not.of(), definitions);
            case Condition.Known known -> define(known.of(), definitions);
            case Condition.Defined defined -> {
                definitions.put(defined.name(), ConditionJson.of(defined.of()));
                define(defined.of(), definitions);
            }
            default -> {} // names nothing
        }
    }

    private static Row row(Rule rule, Ruleset ruleset) {
        Escalation escalation = rule instanceof RedFlag flag ? flag.escalates() : null;
        Rule.Lift lift = rule instanceof Rule.Gate gate ? gate.liftedBy() : null;
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
                lift == null ? null : lift.name(),
                rule instanceof Rule.Adjustment adjustment
                        ? adjustment.forbids().stream().map(LimitProse::of).toList()
                        : List.of(),
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

    private static ContradictionRow contradiction(Contradiction contradiction, Ruleset ruleset) {
        return new ContradictionRow(
                contradiction.code(),
                ConditionProse.of(contradiction.when()),
                contradiction.clarify().stream().map(Question::id).toList(),
                both(ruleset, "contradictions." + contradiction.code()));
    }

    private static AdviceRow advice(Advice advice, Ruleset ruleset) {
        String outcomes = advice.outcomes().stream().map(Outcome::name).collect(Collectors.joining(", "));
        String told = Stream.of(
                        outcomes,
                        advice.when() == null ? "" : "when " + ConditionProse.of(advice.when()),
                        advice.adjustment() == null ? "" : "with " + advice.adjustment(),
                        advice.withoutAdjustment() == null ? "" : "without " + advice.withoutAdjustment(),
                        advice.unlessOnly().isEmpty()
                                ? ""
                                : "not for " + String.join(", ", advice.unlessOnly()) + " alone")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new AdviceRow(advice.code(), told, advice.call(), both(ruleset, "advice." + advice.code()));
    }

    private static QuestionRow question(Question question, Ruleset ruleset) {
        String prefix = "questions." + question.id() + ".";
        return new QuestionRow(
                question.id(),
                question.type().name().toLowerCase(Locale.ROOT),
                question.options(),
                question.needed(),
                question.critical(),
                question.visibleWhen() == null ? null : ConditionProse.of(question.visibleWhen()),
                both(ruleset, prefix + "text"),
                question.critical() ? both(ruleset, prefix + "plainer") : null,
                both(ruleset, prefix + "why"));
    }

    private static MuscleRow muscle(Muscle muscle, Ruleset ruleset) {
        return new MuscleRow(
                muscle.code(),
                muscle.group(),
                both(ruleset, "muscles." + muscle.code() + ".name"),
                new TreeMap<>(muscle.refers()),
                muscle.through(),
                muscle.positions().stream().map(Enum::name).toList(),
                muscle.pressure().name(),
                muscle.after(),
                muscle.skills(),
                evidence(muscle.evidence(), ruleset));
    }

    private static List<ConsentRow> consent(Ruleset ruleset) {
        Ruleset.Consent consent = ruleset.consent();
        return Stream.concat(
                        Stream.of(consent("", consent.usual(), ruleset)),
                        new TreeMap<>(consent.provinces())
                                .entrySet().stream().map(entry -> consent(entry.getKey(), entry.getValue(), ruleset)))
                .toList();
    }

    /** @param province none for what holds everywhere else */
    private static ConsentRow consent(String province, ConsentTerms terms, Ruleset ruleset) {
        return new ConsentRow(
                province,
                terms.adultAge(),
                terms.writtenGlutealConsent(),
                terms.verbalGlutealConsent(),
                terms.guardianForMinor(),
                evidence(terms.evidence(), ruleset));
    }

    private static Text both(Ruleset ruleset, String key) {
        return both(language -> ruleset.texts(language).get(key));
    }

    private static Text both(Function<Locale, String> text) {
        return new Text(text.apply(Locale.CANADA), text.apply(Locale.CANADA_FRENCH));
    }

    static List<EvidenceRow> evidence(List<String> ids, Ruleset ruleset) {
        return ruleset.evidence().values().stream()
                .filter(evidence -> ids.contains(evidence.id()))
                .sorted(Comparator.comparing(Ruleset.Evidence::id))
                .map(evidence ->
                        new EvidenceRow(evidence.id(), evidence.kind(), both(evidence::source), both(evidence::says)))
                .toList();
    }
}
