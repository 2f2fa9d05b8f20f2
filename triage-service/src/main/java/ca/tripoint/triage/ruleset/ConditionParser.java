package ca.tripoint.triage.ruleset;

import ca.tripoint.triage.ruleset.Condition.Comparison;
import ca.tripoint.triage.ruleset.Condition.StandingFact;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Regions.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses conditions of the closed language; anything it does not know is refused with file and row. */
final class ConditionParser {
    private static final Set<Type> NUMBERS = EnumSet.of(Type.WHOLE, Type.DAYS, Type.WEEKS);

    private final Map<String, Question> questions;
    private final Regions regions;
    private final Map<String, Integer> constants;
    private final List<Muscle> muscles;
    private final Map<String, Condition> definitions = new HashMap<>();

    /** @param muscles those every plan is made of (S-29) */
    ConditionParser(
            Map<String, Question> questions, Regions regions, Map<String, Integer> constants, List<Muscle> muscles) {
        this.questions = questions;
        this.regions = regions;
        this.constants = constants;
        this.muscles = List.copyOf(muscles);
    }

    void define(String name, Condition condition) {
        definitions.put(name, condition);
    }

    Condition parse(Row row, JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            throw row.rejected("a condition has exactly one operator: " + node);
        }
        Map.Entry<String, JsonNode> only = node.properties().iterator().next();
        JsonNode body = only.getValue();
        return switch (only.getKey()) {
            case "all" -> new Condition.All(parts(row, body));
            case "any" -> new Condition.Any(parts(row, body));
            case "not" -> new Condition.Not(parse(row, body));
            case "known" -> new Condition.Known(parse(row, body));
            case "defined" -> defined(row, body);
            case "answered" -> new Condition.Answered(question(row, body.asText()));
            case "eq" -> choice(row, body, false);
            case "in" -> choice(row, body, true);
            case "contains" -> contains(row, body);
            case "marked" -> marked(row, body, Optional.empty());
            case "markedLeft" -> marked(row, body, Optional.of(Side.LEFT));
            case "markedRight" -> marked(row, body, Optional.of(Side.RIGHT));
            case "lt", "lte", "gt", "gte" -> compare(row, only.getKey(), body);
            case "withinDays" -> within(row, body);
            case "later" -> later(row, body);
            case "standing" -> standing(row, body);
            case "nothingWorkable" -> nothingWorkable(row, body);
            default -> throw row.rejected("unknown operator " + only.getKey());
        };
    }

    private List<Condition> parts(Row row, JsonNode body) {
        if (!body.isArray() || body.isEmpty()) {
            throw row.rejected("all and any need a list of conditions");
        }
        List<Condition> parts = new ArrayList<>();
        body.forEach(part -> parts.add(parse(row, part)));
        return List.copyOf(parts);
    }

    private Condition defined(Row row, JsonNode body) {
        Condition found = definitions.get(body.asText());
        if (found == null) {
            throw row.rejected("unknown definition " + body.asText());
        }
        return new Condition.Defined(body.asText(), found);
    }

    private Condition choice(Row row, JsonNode body, boolean several) {
        Question question = subject(row, body, EnumSet.of(Type.CHOICE));
        List<String> codes = several ? codes(row, body) : List.of(text(row, operand(body)));
        return new Condition.OneOf(question, codes, bits(row, question, codes));
    }

    private Condition contains(Row row, JsonNode body) {
        Question question = subject(row, body, EnumSet.of(Type.CHOICES));
        List<String> codes = codes(row, body);
        return containsAny(row, question, codes);
    }

    private Condition marked(Row row, JsonNode body, Optional<Side> side) {
        Question question = subject(row, body, EnumSet.of(Type.CHOICES));
        List<String> bases = codes(row, body);
        for (String base : bases) {
            if (regions.find(base).isEmpty()) {
                throw row.rejected("unknown region " + base);
            }
        }
        return containsAny(row, question, regions.expand(bases, side).toList());
    }

    private Condition compare(Row row, String operator, JsonNode body) {
        Question question = subject(row, body, NUMBERS);
        Comparison comparison = Comparison.valueOf(operator.toUpperCase(Locale.ROOT));
        return new Condition.Compare(question, comparison, number(row, operand(body)));
    }

    private Condition within(Row row, JsonNode body) {
        Question question = subject(row, body, EnumSet.of(Type.DAYS));
        return new Condition.WithinDays(question, number(row, operand(body)));
    }

    private Condition later(Row row, JsonNode body) {
        Question event = subject(row, body, EnumSet.of(Type.DAYS));
        Question than = question(row, operand(body).asText());
        require(row, than, EnumSet.of(Type.DAYS));
        return new Condition.Later(event, than);
    }

    private Condition standing(Row row, JsonNode body) {
        String name = subjectName(row, body);
        for (StandingFact fact : StandingFact.values()) {
            if (fact.name().equals(name)) {
                Question lifter = question(row, operand(body).asText());
                require(row, lifter, EnumSet.of(Type.DAYS));
                return new Condition.Standing(fact, lifter);
            }
        }
        throw row.rejected("unknown fact " + name);
    }

    /**
     * On every side that hurts, each muscle of the plan's groups is worked through a region to be left alone. Said in the
     * language's own words, so that floor, ceiling and explanation need no planner; pain in the middle alone is of both sides.
     */
    private Condition nothingWorkable(Row row, JsonNode body) {
        Question hurts = subject(row, body, EnumSet.of(Type.CHOICES));
        Question leftAlone = question(row, operand(body).asText());
        require(row, leftAlone, EnumSet.of(Type.CHOICES));
        List<String> sided = hurts.options().stream()
                .filter(code -> Regions.side(code).isPresent())
                .toList();
        List<Condition> bothSides = new ArrayList<>();
        for (Side side : Side.values()) {
            List<String> here = sided.stream()
                    .filter(code -> Regions.side(code).equals(Optional.of(side)))
                    .toList();
            Condition elsewhere = new Condition.All(
                    List.of(new Condition.Not(containsAny(row, hurts, here)), containsAny(row, hurts, sided)));
            List<Condition> closed = muscles.stream()
                    .map(muscle -> containsAny(row, leftAlone, regions.around(muscle.through(), side)))
                    .toList();
            bothSides.add(new Condition.Any(List.of(elsewhere, new Condition.All(closed))));
        }
        return new Condition.Defined("nothingWorkable", new Condition.All(List.copyOf(bothSides)));
    }

    private static Condition containsAny(Row row, Question question, List<String> codes) {
        return new Condition.Contains(question, codes, bits(row, question, codes));
    }

    private Question subject(Row row, JsonNode body, Set<Type> types) {
        Question question = question(row, subjectName(row, body));
        require(row, question, types);
        return question;
    }

    private static String subjectName(Row row, JsonNode body) {
        if (!body.isObject() || body.size() != 1) {
            throw row.rejected("expected one question: " + body);
        }
        return body.fieldNames().next();
    }

    private static JsonNode operand(JsonNode body) {
        return body.iterator().next();
    }

    private Question question(Row row, String id) {
        Question found = questions.get(id);
        if (found == null) {
            throw row.rejected("unknown question " + id);
        }
        return found;
    }

    private static void require(Row row, Question question, Set<Type> types) {
        if (!types.contains(question.type())) {
            throw row.rejected("type mismatch: " + question.id() + " is " + question.type() + ", not one of " + types);
        }
    }

    private static List<String> codes(Row row, JsonNode body) {
        return row.texts("codes", operand(body));
    }

    private static String text(Row row, JsonNode operand) {
        if (!operand.isTextual()) {
            throw row.rejected("type mismatch: expected a code, not " + operand);
        }
        return operand.textValue();
    }

    private static long bits(Row row, Question question, List<String> codes) {
        long bits = 0;
        for (String code : codes) {
            if (!question.has(code)) {
                throw row.rejected("unknown code " + code + " of " + question.id());
            }
            bits |= question.bit(code);
        }
        return bits;
    }

    private int number(Row row, JsonNode operand) {
        if (operand.isInt()) {
            return operand.intValue();
        }
        Integer constant = constants.get(operand.asText());
        if (constant == null) {
            throw row.rejected("unknown constant " + operand.asText());
        }
        return constant;
    }
}
