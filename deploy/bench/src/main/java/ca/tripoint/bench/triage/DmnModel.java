package ca.tripoint.bench.triage;

import ca.tripoint.triage.ruleset.Condition;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Rule.Adjustment;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule set written as a DMN model: an input for each question, a decision for each shared definition and each rule, and one
 * that takes the gravest. It knows answers that were given, not the unknown ones, and nothing of floors, questions or texts:
 * less work than the engine does.
 */
final class DmnModel {
    static final String NAMESPACE = "https://tripoint.ca/dmn/bench";
    static final String NAME = "screening";
    static final String OUTCOME = "outcome";
    /** What an input says that was not given. */
    static final String ABSENT = "ABSENT";

    private final Map<String, String> decisions = new LinkedHashMap<>();
    private final Set<String> inputs = new LinkedHashSet<>();

    private DmnModel() {}

    /** The model as DMN 1.3 XML. */
    static String of(Ruleset ruleset) {
        DmnModel model = new DmnModel();
        List<String> rules = new ArrayList<>();
        for (Rule rule :
                ruleset.rules().filter(each -> !(each instanceof Rule.Ground)).toList()) {
            String name = "rule_" + rule.code();
            model.decide(name, "if " + model.feel(rule) + " then " + model.gravity(rule) + " else 0");
            rules.add(name);
        }
        model.decide(OUTCOME, "max([" + String.join(", ", rules) + "])");
        return model.xml();
    }

    static String input(Question question) {
        return "q_" + question.id().replace('.', '_');
    }

    static String given(Question question) {
        return "given_" + question.id().replace('.', '_');
    }

    private String feel(Rule rule) {
        Question each = rule instanceof Adjustment adjustment ? adjustment.forEach() : null;
        return each == null ? feel(rule.when()) : seen(each, "count(" + use(input(each)) + ") > 0");
    }

    private String gravity(Rule rule) {
        if (rule instanceof RedFlag flag && flag.escalates() != null) {
            return "(if " + feel(flag.escalates().when()) + " then "
                    + gravity(flag.escalates().to()) + " else " + gravity(flag.outcome()) + ")";
        }
        return gravity(rule.gravest());
    }

    static String gravity(Outcome outcome) {
        return Integer.toString(outcome.ordinal());
    }

    private String feel(Condition condition) {
        return switch (condition) {
            case Condition.All all -> joined(all.of(), " and ");
            case Condition.Any any -> joined(any.of(), " or ");
            case Condition.Not not -> "not(" + feel(not.of()) + ")";
            case Condition.Known known -> feel(known.of());
            case Condition.Defined defined -> definition(defined);
            case Condition.OneOf is -> seen(is.question(), oneOf(use(input(is.question())), is.codes()));
            case Condition.Contains has -> seen(has.question(), contains(use(input(has.question())), has.codes()));
            case Condition.Compare compare ->
                seen(
                        compare.question(),
                        number(compare.question()) + " " + sign(compare) + " " + compare.number() + ")");
            case Condition.WithinDays within ->
                seen(within.question(), number(within.question()) + " <= " + within.days() + ")");
            case Condition.Later later ->
                "(" + seen(later.event(), use(given(later.event()))) + " and "
                        + seen(later.than(), use(given(later.than()))) + " and " + use(input(later.event())) + " < "
                        + use(input(later.than())) + ")";
            case Condition.Answered answered -> use(given(answered.question()));
            // Nothing was told earlier.
            case Condition.Standing standing -> "false";
        };
    }

    private String joined(List<Condition> parts, String operator) {
        return parts.stream().map(this::feel).collect(Collectors.joining(operator, "(", ")"));
    }

    private String definition(Condition.Defined defined) {
        String name = "is_" + defined.name();
        if (!decisions.containsKey(name)) {
            decide(name, feel(defined.of()));
        }
        return name;
    }

    /** What an invisible question says is not read. */
    private String seen(Question question, String expression) {
        Condition visible = question.visibleWhen();
        if (visible == null) {
            return "(" + expression + ")";
        }
        String name = "shows_" + question.id().replace('.', '_');
        if (!decisions.containsKey(name)) {
            decide(name, feel(visible));
        }
        return "(" + name + " and " + expression + ")";
    }

    private String number(Question question) {
        return "(" + use(given(question)) + " and " + use(input(question));
    }

    private static String sign(Condition.Compare compare) {
        return switch (compare.comparison()) {
            case LT -> "<";
            case LTE -> "<=";
            case GT -> ">";
            case GTE -> ">=";
        };
    }

    private static String oneOf(String input, List<String> codes) {
        return codes.stream().map(code -> input + " = \"" + code + "\"").collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String contains(String input, List<String> codes) {
        return codes.stream()
                .map(code -> "list contains(" + input + ", \"" + code + "\")")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private String use(String input) {
        inputs.add(input);
        return input;
    }

    private void decide(String name, String expression) {
        decisions.put(name, expression);
    }

    private String xml() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="screening" name="%s" namespace="%s">
                """.formatted(NAME, NAMESPACE));
        inputs.forEach(input -> xml.append(
                "<inputData id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\"/></inputData>%n".formatted(input)));
        decisions.forEach((name, expression) -> xml.append(decision(name, expression)));
        return xml.append("</definitions>").toString();
    }

    private String decision(String name, String expression) {
        String requirements = words(expression).stream()
                .map(word -> inputs.contains(word)
                        ? "<informationRequirement><requiredInput href=\"#" + word + "\"/></informationRequirement>"
                        : decisions.containsKey(word)
                                ? "<informationRequirement><requiredDecision href=\"#" + word
                                        + "\"/></informationRequirement>"
                                : "")
                .collect(Collectors.joining());
        return """
                <decision id="%1$s" name="%1$s"><variable name="%1$s"/>%2$s<literalExpression><text>%3$s</text></literalExpression></decision>
                """.formatted(
                        name, requirements, expression.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static Set<String> words(String expression) {
        return new LinkedHashSet<>(List.of(expression.split("\\W+", -1)));
    }

    /** Numbers have a flag beside them that says whether they were given. */
    static boolean isNumber(Question question) {
        return question.type() == Type.WHOLE || question.type() == Type.DAYS || question.type() == Type.WEEKS;
    }
}
