package ca.tripoint.triage.ruleset;

import ca.tripoint.triage.ruleset.Ruleset.Approval;
import ca.tripoint.triage.ruleset.Ruleset.Changes;
import ca.tripoint.triage.ruleset.Ruleset.Consent;
import ca.tripoint.triage.ruleset.Ruleset.ConsentTerms;
import ca.tripoint.triage.ruleset.Ruleset.Evidence;
import ca.tripoint.triage.ruleset.Ruleset.Keyword;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns the files of a version into a ruleset, or refuses, naming file and row. */
final class RulesetLoader {
    private final Map<String, JsonNode> files;

    private RulesetLoader(Map<String, JsonNode> files) {
        this.files = files;
    }

    static Ruleset load(String id, String version, Map<String, JsonNode> files) {
        return Completeness.checked(new RulesetLoader(files).ruleset(id, version));
    }

    private Ruleset ruleset(String id, String version) {
        Regions regions = QuestionnaireLoader.regions(file("regions.yaml"));
        Questionnaire questionnaire = QuestionnaireLoader.questionnaire(file("questionnaire.yaml"), regions);
        PlanRulesLoader planLoader = new PlanRulesLoader(file("muscles.yaml"), regions);
        PlanRules plan = planLoader.load();
        RulesLoader rules = new RulesLoader(file("rules.yaml"), questionnaire, regions, planLoader);
        Map<Locale, Texts> texts = new HashMap<>();
        Ruleset.LANGUAGES.forEach(language -> texts.put(language, texts(language)));
        Ruleset ruleset = new Ruleset(
                id,
                version,
                RulesetFiles.sha256(files),
                approval(),
                changelog(version),
                rules.constants(),
                rules.unassessedPolicy(),
                questionnaire,
                regions,
                rules.redFlags(),
                rules.gates(),
                rules.adjustments(),
                rules.grounds(),
                rules.contradictions(),
                rules.advice(),
                plan,
                consent(),
                keywords(questionnaire),
                evidence(),
                Map.copyOf(texts),
                Map.copyOf(files));
        rules.end();
        return ruleset;
    }

    private JsonNode file(String name) {
        JsonNode file = files.get(name);
        if (file == null) {
            throw new RulesetRejected(name, "", "missing file");
        }
        return file;
    }

    private List<Row> rows(String name) {
        return Row.rows(name, "row", file(name), why -> new RulesetRejected(name, "", why));
    }

    private Approval approval() {
        Row row = new Row("approval.yaml", "", file("approval.yaml"));
        Approval approval = new Approval(
                row.text("status"),
                row.flag("clinicallyApproved", false),
                row.texts("approvedBy"),
                row.bilingual("statement"));
        row.end();
        return approval;
    }

    private List<Changes> changelog(String version) {
        List<Changes> changelog = new ArrayList<>();
        for (Row row : rows("changelog.yaml")) {
            changelog.add(new Changes(row.text("version"), row.text("date"), row.texts("changes")));
            row.end();
        }
        if (changelog.stream().noneMatch(changes -> changes.version().equals(version))) {
            throw new RulesetRejected("changelog.yaml", version, "missing: what changed in this version");
        }
        return List.copyOf(changelog);
    }

    private Consent consent() {
        Row row = new Row("consent.yaml", "", file("consent.yaml"));
        Row intake = row.row("healthIntake");
        String version = intake.text("version");
        intake.end();
        Map<String, ConsentTerms> provinces = new HashMap<>();
        Row list = row.row("provinces");
        list.fields().forEach(province -> provinces.put(province, terms(list.row(province))));
        Consent consent = new Consent(version, terms(row.row("default")), Map.copyOf(provinces));
        row.end();
        return consent;
    }

    private ConsentTerms terms(Row row) {
        Row gluteal = row.row("glutealWork");
        ConsentTerms terms = new ConsentTerms(
                row.number("adultAge"),
                gluteal.text("written"),
                gluteal.text("verbal"),
                row.flag("guardianForMinor", true),
                row.texts("evidence"));
        gluteal.end();
        row.end();
        return terms;
    }

    private List<Keyword> keywords(Questionnaire questionnaire) {
        List<Keyword> keywords = new ArrayList<>();
        for (Row row : rows("keywords.yaml")) {
            String asks = row.text("asks");
            Question question = questionnaire.find(asks).orElseThrow(() -> row.rejected("unknown question " + asks));
            List<String> safe = row.texts("safe");
            safe.stream().filter(code -> !accepts(question, code)).findFirst().ifPresent(code -> {
                throw row.rejected("unknown code " + code + " of " + asks);
            });
            List<String> words = new ArrayList<>();
            Ruleset.LANGUAGES.forEach(language -> words.addAll(row.texts(language.toLanguageTag())));
            keywords.add(new Keyword(row.text("code"), question, safe, List.copyOf(words)));
            row.end();
        }
        return List.copyOf(keywords);
    }

    private static boolean accepts(Question question, String code) {
        return switch (question.type()) {
            case CHOICE, CHOICES -> question.has(code);
            case WHOLE, WEEKS ->
                code.matches("[0-9]{1,4}")
                        && Integer.parseInt(code) >= question.min()
                        && Integer.parseInt(code) <= question.max();
            case DAYS, TEXT -> false;
        };
    }

    private Map<String, Evidence> evidence() {
        Map<String, Evidence> all = new LinkedHashMap<>();
        for (Row row : rows("evidence.yaml")) {
            Evidence evidence = new Evidence(row.text("id"), row.text("kind"), source(row), row.bilingual("says"));
            if (all.put(evidence.id(), evidence) != null) {
                throw row.rejected("evidence twice");
            }
            row.end();
        }
        return Map.copyOf(all);
    }

    /** The title of a publication is the same in both languages; what we call it ourselves is not. */
    private static Map<Locale, String> source(Row row) {
        if (!row.get("source").isTextual()) {
            return row.bilingual("source");
        }
        String title = row.text("source");
        return Ruleset.LANGUAGES.stream()
                .collect(Collectors.toUnmodifiableMap(language -> language, language -> title));
    }

    private Texts texts(Locale language) {
        String name = "texts." + language.toLanguageTag() + ".yaml";
        Map<String, String> byKey = new HashMap<>();
        flatten(name, "", file(name), byKey);
        return new Texts(Map.copyOf(byKey));
    }

    private static void flatten(String file, String prefix, JsonNode node, Map<String, String> byKey) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String key = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
                flatten(file, key, field.getValue(), byKey);
            });
        } else if (node.isTextual() && !node.textValue().isBlank()) {
            byKey.put(prefix, node.textValue());
        } else {
            throw new RulesetRejected(file, prefix, "must be text");
        }
    }
}
