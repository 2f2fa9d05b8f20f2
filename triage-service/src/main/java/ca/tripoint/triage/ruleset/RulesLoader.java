package ca.tripoint.triage.ruleset;

import ca.tripoint.triage.ruleset.Rule.Adjustment;
import ca.tripoint.triage.ruleset.Rule.Escalation;
import ca.tripoint.triage.ruleset.Rule.Gate;
import ca.tripoint.triage.ruleset.Rule.Ground;
import ca.tripoint.triage.ruleset.Rule.Lift;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Ruleset.Advice;
import ca.tripoint.triage.ruleset.Ruleset.Contradiction;
import ca.tripoint.triage.ruleset.Ruleset.UnassessedPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rules.yaml. */
final class RulesLoader {
    private static final Set<Outcome> RED_FLAG_OUTCOMES = EnumSet.of(Outcome.URGENT_ASSESSMENT, Outcome.EMERGENCY);

    private final Row top;
    private final Questionnaire questionnaire;
    private final Regions regions;
    private final PlanRulesLoader plan;
    private final Map<String, Integer> constants = new HashMap<>();
    private final ConditionParser conditions;

    RulesLoader(JsonNode file, Questionnaire questionnaire, Regions regions, PlanRulesLoader plan) {
        this.top = new Row("rules.yaml", "", file);
        this.questionnaire = questionnaire;
        this.regions = regions;
        this.plan = plan;
        Row numbers = top.row("constants");
        numbers.fields().forEach(name -> constants.put(name, numbers.number(name)));
        this.conditions = new ConditionParser(questionnaire.byId(), regions, constants, plan.ofEveryPlan());
        Row definitions = top.row("definitions");
        for (String name : definitions.fields()) {
            JsonNode condition = definitions.get(name);
            Row row = new Row("rules.yaml", "definitions " + name, condition);
            conditions.define(name, conditions.parse(row, condition));
        }
    }

    Map<String, Integer> constants() {
        return Map.copyOf(constants);
    }

    UnassessedPolicy unassessedPolicy() {
        Row policies = top.row("policies");
        UnassessedPolicy policy = policies.oneOf(UnassessedPolicy.class, "unassessedPolicy");
        policies.end();
        return policy;
    }

    List<RedFlag> redFlags() {
        return top.rows("redFlags").stream().map(this::redFlag).toList();
    }

    List<Gate> gates() {
        return top.rows("gates").stream().map(this::gate).toList();
    }

    List<Adjustment> adjustments() {
        return top.rows("adjustments").stream().map(this::adjustment).toList();
    }

    List<Ground> grounds() {
        return top.rows("grounds").stream().map(this::ground).toList();
    }

    List<Contradiction> contradictions() {
        return top.rows("contradictions").stream().map(this::contradiction).toList();
    }

    List<Advice> advice() {
        return top.rows("advice").stream().map(this::advice).toList();
    }

    void end() {
        top.end();
    }

    private RedFlag redFlag(Row row) {
        Condition when = when(row);
        Outcome outcome = redFlagOutcome(row, "outcome");
        @Nullable Escalation escalation = null;
        if (row.has("escalates")) {
            Row escalates = row.row("escalates");
            Condition to = when(escalates);
            escalation = new Escalation(redFlagOutcome(escalates, "to"), to, to.reads());
            escalates.end();
        }
        BitSet reads = when.reads();
        boolean critical = questionnaire.questions().stream()
                .anyMatch(question -> question.critical() && reads.get(question.index()));
        RedFlag flag = new RedFlag(row.text("code"), when, outcome, escalation, critical, reads, row.texts("evidence"));
        row.end();
        return flag;
    }

    private static Outcome redFlagOutcome(Row row, String field) {
        Outcome outcome = row.oneOf(Outcome.class, field);
        if (!RED_FLAG_OUTCOMES.contains(outcome)) {
            throw row.rejected("a red flag cannot come to " + outcome);
        }
        return outcome;
    }

    private Gate gate(Row row) {
        Condition when = when(row);
        String policy = row.findText("policy").orElse("");
        if (!policy.isEmpty() && !policy.equals("unassessedPolicy")) {
            throw row.rejected("unknown policy " + policy);
        }
        Gate gate = new Gate(
                row.text("code"),
                when,
                !policy.isEmpty(),
                row.has("liftedBy") ? row.oneOf(Lift.class, "liftedBy") : null,
                row.flag("humanReview", false),
                row.flag("remembered", false),
                when.reads(),
                row.texts("evidence"));
        row.end();
        return gate;
    }

    private Adjustment adjustment(Row row) {
        @Nullable
        Question forEach =
                row.findText("forEach").map(id -> regionsQuestion(row, id)).orElse(null);
        Condition when = forEach == null ? when(row) : anyOf(forEach);
        Adjustment adjustment = new Adjustment(
                row.text("code"),
                when,
                forEach,
                row.rows("forbids").stream().map(this::constraint).toList(),
                row.flag("repositioning", false),
                PlanRulesLoader.skills(row),
                when.reads(),
                row.texts("evidence"));
        row.end();
        return adjustment;
    }

    /** What is applied for each mark must be marks: only regions have muscles worked through them. */
    private Question regionsQuestion(Row row, String id) {
        Question question = question(row, id);
        if (question.type() != Question.Type.CHOICES || !question.options().equals(regions.codes())) {
            throw row.rejected("type mismatch: forEach needs a question whose options are the regions, not " + id);
        }
        return question;
    }

    private static Condition anyOf(Question question) {
        long all = (1L << question.options().size()) - 1;
        return new Condition.Contains(question, question.options(), all);
    }

    private Constraint constraint(Row row) {
        Constraint constraint;
        if (row.has("pressureAbove")) {
            constraint = new Constraint.PressureAbove(row.oneOf(Pressure.class, "pressureAbove"), plan.scope(row));
        } else if (row.has("holdAboveSeconds")) {
            constraint = new Constraint.HoldAbove(row.number("holdAboveSeconds"), plan.scope(row));
        } else if (row.has("positions")) {
            constraint = new Constraint.Positions(Set.copyOf(row.someOf(Position.class, "positions")), plan.scope(row));
        } else if (row.has("technique")) {
            constraint = new Constraint.Technique(plan.technique(row));
        } else if (row.has("holds")) {
            only(row, "holds", "all");
            constraint = new Constraint.AnyHold();
        } else if (row.has("throughRegion")) {
            only(row, "throughRegion", "each");
            constraint = new Constraint.ThroughTheRegion();
        } else if (row.has("muscles") || row.has("group")) {
            constraint = new Constraint.Muscles(plan.scope(row));
        } else {
            throw row.rejected("forbids nothing we know");
        }
        row.end();
        return constraint;
    }

    private static void only(Row row, String field, String code) {
        if (!row.text(field).equals(code)) {
            throw row.rejected("unknown code " + row.text(field) + " in " + field);
        }
    }

    private Ground ground(Row row) {
        Condition when = when(row);
        Ground ground = new Ground(row.text("code"), when, when.reads(), row.texts("evidence"));
        row.end();
        return ground;
    }

    private Contradiction contradiction(Row row) {
        Contradiction contradiction = new Contradiction(
                row.text("code"),
                when(row),
                row.texts("clarify").stream().map(id -> question(row, id)).toList());
        row.end();
        return contradiction;
    }

    private Advice advice(Row row) {
        Advice advice = new Advice(
                row.text("code"),
                row.someOf(Outcome.class, "outcomes"),
                row.find("when").map(node -> conditions.parse(row, node)).orElse(null),
                row.findText("adjustment").orElse(null),
                row.findText("withoutAdjustment").orElse(null),
                row.findTexts("unlessOnly"),
                row.findText("call").orElse(null));
        row.end();
        return advice;
    }

    private Condition when(Row row) {
        return conditions.parse(row, row.get("when"));
    }

    private Question question(Row row, String id) {
        return questionnaire.find(id).orElseThrow(() -> row.rejected("unknown question " + id));
    }
}
