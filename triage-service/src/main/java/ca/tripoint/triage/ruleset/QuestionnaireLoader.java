package ca.tripoint.triage.ruleset;

import ca.tripoint.triage.ruleset.Question.Change;
import ca.tripoint.triage.ruleset.Question.Type;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads questionnaire.yaml and regions.yaml. A question becomes visible by earlier questions only. */
final class QuestionnaireLoader {
    private static final String FILE = "questionnaire.yaml";
    private static final Set<String> TYPES = Set.of("whole", "days", "weeks", "choice", "choices", "text");

    private QuestionnaireLoader() {}

    static Regions regions(JsonNode file) {
        List<Regions.Region> regions = new ArrayList<>();
        for (Row row : Row.rows("regions.yaml", "region", file, why -> new RulesetRejected("regions.yaml", "", why))) {
            Regions.Region region = new Regions.Region(
                    row.text("code"),
                    row.flag("sided", false),
                    row.texts("views"),
                    row.flag("inScope", false),
                    row.flag("belowKnee", false),
                    row.flag("leg", false),
                    paths(row));
            if (!region.paths().keySet().equals(Set.copyOf(region.codes()))) {
                throw row.rejected("paths must name the codes " + region.codes());
            }
            regions.add(region);
            row.end();
        }
        return new Regions(List.copyOf(regions));
    }

    private static Map<String, Map<String, String>> paths(Row row) {
        Row byCode = row.row("paths");
        Map<String, Map<String, String>> paths = new HashMap<>();
        for (String code : byCode.fields()) {
            Row byView = byCode.row(code);
            Map<String, String> views = new HashMap<>();
            byView.fields().forEach(view -> views.put(view, byView.text(view)));
            if (!views.keySet().equals(Set.copyOf(row.texts("views")))) {
                throw row.rejected("paths of " + code + " must show the views " + row.texts("views"));
            }
            paths.put(code, Map.copyOf(views));
        }
        return Map.copyOf(paths);
    }

    static Questionnaire questionnaire(JsonNode file, Regions regions) {
        Row top = new Row(FILE, "", file);
        List<String> sections = top.texts("sections");
        List<String> glossary = top.texts("glossary");
        Map<String, Question> earlier = new HashMap<>();
        List<Question> questions = new ArrayList<>();
        ConditionParser parser = new ConditionParser(earlier, regions, Map.of(), List.of());
        for (Row row : top.rows("questions")) {
            Question question = question(row, questions.size(), sections, regions, parser);
            if (earlier.put(question.id(), question) != null) {
                throw row.rejected("question twice");
            }
            questions.add(question);
        }
        top.end();
        return new Questionnaire(sections, glossary, questions);
    }

    private static Question question(
            Row row, int index, List<String> sections, Regions regions, ConditionParser parser) {
        String section = row.text("section");
        if (!sections.contains(section)) {
            throw row.rejected("unknown section " + section);
        }
        String type = row.text("type");
        if (!TYPES.contains(type)) {
            throw row.rejected("unknown type " + type);
        }
        Type kind = Type.valueOf(type.toUpperCase(Locale.ROOT));
        @Nullable
        Condition visibleWhen =
                row.find("visibleWhen").map(node -> parser.parse(row, node)).orElse(null);
        Question question = new Question(
                index,
                row.text("id"),
                section,
                kind,
                options(row, kind, regions),
                row.findNumber("min").orElse(0),
                row.findNumber("max").orElse(0),
                row.findText("unit").orElse(null),
                row.flag("needed", false),
                row.flag("critical", false),
                row.flag("unknown", kind != Type.TEXT),
                row.oneOf(Change.class, "change"),
                row.flag("picture", false),
                row.flag("stable", false),
                visibleWhen);
        if (question.critical() && !question.unknownAccepted()) {
            throw row.rejected("a critical question must accept UNKNOWN");
        }
        boolean bounded = kind == Type.CHOICE || kind == Type.CHOICES;
        if (!bounded && question.max() <= question.min()) {
            throw row.rejected("max must be above min");
        }
        row.end();
        return question;
    }

    private static List<String> options(Row row, Type type, Regions regions) {
        boolean choosing = type == Type.CHOICE || type == Type.CHOICES;
        if (choosing != row.has("options")) {
            throw row.rejected(choosing ? "missing field options" : "unknown field options");
        }
        if (!choosing) {
            return List.of();
        }
        JsonNode options = row.get("options");
        List<String> codes =
                options.isTextual() && options.textValue().equals("REGIONS") ? regions.codes() : row.texts("options");
        if (new HashSet<>(codes).size() != codes.size() || codes.size() > 63) {
            throw row.rejected("options must be different and at most 63");
        }
        return codes;
    }
}
