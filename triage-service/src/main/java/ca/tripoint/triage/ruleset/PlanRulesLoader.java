package ca.tripoint.triage.ruleset;

import ca.tripoint.triage.ruleset.PlanRules.CoTarget;
import ca.tripoint.triage.ruleset.PlanRules.CourseStep;
import ca.tripoint.triage.ruleset.PlanRules.Durations;
import ca.tripoint.triage.ruleset.PlanRules.Hold;
import ca.tripoint.triage.ruleset.PlanRules.HoldStep;
import ca.tripoint.triage.ruleset.PlanRules.Scoring;
import ca.tripoint.triage.ruleset.PlanRules.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads muscles.yaml. */
final class PlanRulesLoader {
    private static final Set<String> SKILLS = Set.of("TRIGGER_POINT", "DEEP_GLUTEAL_TRIGGER_POINT", "PRENATAL");

    private final Row top;
    private final Regions regions;
    private final List<Muscle> muscles = new ArrayList<>();
    private final List<String> groupsInEveryPlan = new ArrayList<>();
    private final Map<String, Set<String>> throughRegions = new HashMap<>();
    private final Set<String> techniques;

    PlanRulesLoader(JsonNode file, Regions regions) {
        this.top = new Row("muscles.yaml", "", file);
        this.regions = regions;
        this.techniques = Set.copyOf(List.of(top.text("technique"), top.text("gentleTechnique")));
    }

    PlanRules load() {
        groups();
        top.rows("muscles").forEach(row -> muscles.add(muscle(row)));
        PlanRules rules = new PlanRules(
                List.copyOf(muscles),
                List.copyOf(groupsInEveryPlan),
                top.rows("coTargets").stream().map(this::coTarget).toList(),
                scoring(top.row("scoring")),
                top.oneOf(Position.class, "defaultPosition"),
                top.text("technique"),
                top.text("gentleTechnique"),
                top.texts("equipment"),
                hold(top.row("holds").row("limits")),
                top.row("holds").rows("steps").stream().map(this::holdStep).toList(),
                durations(top.row("durations")),
                top.row("courses").rows("steps").stream().map(this::courseStep).toList(),
                spacing(top.row("courses").row("spacingDays")),
                top.row("courses").number("rescreenAfterSession"),
                top.texts("evidence"));
        top.end();
        return rules;
    }

    /** The muscles every plan is made of: whole groups (S-29). */
    List<Muscle> ofEveryPlan() {
        return muscles.stream()
                .filter(muscle -> groupsInEveryPlan.contains(muscle.group()))
                .toList();
    }

    /** Skills are therapist-service's words: one that it does not know could never be booked. */
    static List<String> skills(Row row) {
        List<String> skills = row.findTexts("skills");
        skills.stream().filter(skill -> !SKILLS.contains(skill)).findFirst().ifPresent(skill -> {
            throw row.rejected("unknown skill " + skill);
        });
        return skills;
    }

    /** One of the techniques a plan can use; forbidding another would forbid nothing. */
    String technique(Row row) {
        String technique = row.text("technique");
        if (!techniques.contains(technique)) {
            throw row.rejected("unknown technique " + technique);
        }
        return technique;
    }

    /** The muscles a constraint's `muscles` or `group` means; neither means all of them. */
    Constraint.Scope scope(Row row) {
        Set<String> codes = new HashSet<>(row.findTexts("muscles"));
        Set<String> through = Set.of();
        codes.forEach(code -> muscle(row, code));
        String group = row.findText("group").orElse("");
        if (!group.isEmpty()) {
            Set<String> known = throughRegions.get(group);
            if (known == null) {
                throw row.rejected("unknown group " + group);
            }
            through = known;
            codes.addAll(muscles.stream()
                    .filter(muscle -> muscle.group().equals(group))
                    .map(Muscle::code)
                    .collect(Collectors.toSet()));
        }
        return new Constraint.Scope(Set.copyOf(codes), through, codes.isEmpty() && through.isEmpty());
    }

    private void groups() {
        for (Row row : top.rows("groups")) {
            String code = row.text("code");
            if (row.flag("everyPlan", false)) {
                groupsInEveryPlan.add(code);
            }
            List<String> through = row.findTexts("throughRegions");
            through.forEach(region -> known(row, region));
            throughRegions.put(code, Set.copyOf(through));
            row.end();
        }
    }

    private Muscle muscle(Row row) {
        String group = row.text("group");
        if (!throughRegions.containsKey(group)) {
            throw row.rejected("unknown group " + group);
        }
        Map<String, Integer> refers = new HashMap<>();
        Row weights = row.row("refers");
        weights.fields().forEach(region -> refers.put(known(row, region), weights.number(region)));
        List<String> through = row.texts("through");
        through.forEach(region -> known(row, region));
        Muscle muscle = new Muscle(
                row.text("code"),
                group,
                row.number("sequence"),
                after(row),
                Map.copyOf(refers),
                through,
                row.someOf(Position.class, "positions"),
                row.oneOf(Pressure.class, "pressure"),
                skills(row),
                row.flag("addOn", false),
                row.texts("evidence"));
        row.end();
        return muscle;
    }

    /** Muscles whose work comes first; they stand above in the file. */
    private List<String> after(Row row) {
        List<String> first = row.findTexts("after");
        first.forEach(code -> muscle(row, code));
        return first;
    }

    private void muscle(Row row, String code) {
        if (muscles.stream().noneMatch(muscle -> muscle.code().equals(code))) {
            throw row.rejected("unknown muscle " + code);
        }
    }

    private String known(Row row, String region) {
        if (regions.find(region).isEmpty()) {
            throw row.rejected("unknown region " + region);
        }
        return region;
    }

    private CoTarget coTarget(Row row) {
        List<List<String>> marked = new ArrayList<>();
        row.find("marked").ifPresent(lists -> lists.forEach(list -> marked.add(row.texts("marked", list))));
        marked.forEach(list -> list.forEach(region -> known(row, region)));
        List<String> adds = row.texts("adds");
        List<String> named = new ArrayList<>(adds);
        row.findText("chosen").ifPresent(named::add);
        named.forEach(code -> muscle(row, code));
        CoTarget target = new CoTarget(List.copyOf(marked), row.findText("chosen"), adds, row.texts("evidence"));
        row.end();
        return target;
    }

    private Scoring scoring(Row row) {
        Scoring scoring = new Scoring(
                row.number("chosenFrom"),
                row.number("findingTender"),
                row.number("findingFamiliarPain"),
                row.number("findingEased"));
        row.end();
        return scoring;
    }

    private Hold hold(Row row) {
        Hold hold = new Hold(row.number("from"), row.number("to"));
        row.end();
        return hold;
    }

    private HoldStep holdStep(Row row) {
        HoldStep step = new HoldStep(row.findNumber("underDays"), new Hold(row.number("from"), row.number("to")));
        row.end();
        return step;
    }

    private Durations durations(Row row) {
        Durations durations =
                new Durations(row.number("oneSide"), row.number("repositioning"), row.number("bothSides"));
        row.end();
        return durations;
    }

    private CourseStep courseStep(Row row) {
        CourseStep step = new CourseStep(row.findNumber("underDays"), row.number("sessions"));
        row.end();
        return step;
    }

    private Spacing spacing(Row row) {
        Spacing spacing = new Spacing(row.number("default"), row.number("min"), row.number("max"));
        row.end();
        return spacing;
    }
}
