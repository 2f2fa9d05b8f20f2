package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.ruleset.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One firing and one silent example of every rule in the data, as close to each other as can be. */
final class RuleExamples {

    record Case(Person person, Circumstances circumstances) {
        Case(Person person) {
            this(person, Circumstances.on(Person.TODAY));
        }

        Decision decision() {
            return person.decision(circumstances);
        }
    }

    record Example(Case firing, Outcome outcome, Case silent) {}

    static final Map<String, Example> BY_RULE = new LinkedHashMap<>();

    private RuleExamples() {}

    private static void example(String rule, Outcome outcome, Person firing, Person silent) {
        BY_RULE.put(rule, new Example(new Case(firing), outcome, new Case(silent)));
    }

    static {
        Person cleared = Person.cleared();
        Outcome emergency = Outcome.EMERGENCY;
        Outcome urgent = Outcome.URGENT_ASSESSMENT;
        Outcome first = Outcome.ASSESSMENT_FIRST;
        Outcome adjusted = Outcome.PROCEED_WITH_ADJUSTMENTS;
        Person neuro = cleared.with("neuro.onsetDays", 60).with("neuro.trend", "STABLE");

        example("BLADDER_CONTROL_LOSS", emergency, cleared.with("ces.bladderControlLossOrChange", "YES"), cleared);
        example("BOWEL_CONTROL_LOSS", emergency, cleared.with("ces.bowelControlLoss", "YES"), cleared);
        example("SADDLE_NUMBNESS", emergency, cleared.with("ces.saddleNumbness", "YES"), cleared);
        example("NEW_SEXUAL_DYSFUNCTION", emergency, cleared.with("ces.newSexualDysfunction", "YES"), cleared);
        for (String sign : List.of("numbness", "weakness", "tingling")) {
            example(
                    "BILATERAL_" + sign.toUpperCase(Locale.ROOT),
                    urgent,
                    neuro.with("neuro." + sign, "BOTH"),
                    neuro.with("neuro." + sign, "LEFT"));
        }
        Person leftNumb = neuro.with("neuro.numbness", "LEFT");
        example(
                "BILATERAL_NEURO",
                urgent,
                leftNumb.with("neuro.tingling", "RIGHT"),
                leftNumb.with("neuro.tingling", "LEFT"));
        Person serious = cleared.with("trauma.kind", "SERIOUS").with("trauma.daysAgo", 40);
        example(
                "SERIOUS_TRAUMA",
                urgent,
                serious.with("trauma.medicallyAssessedSince", "NO"),
                serious.with("trauma.medicallyAssessedSince", "YES"));
        Person worsening = cleared.with("pain.trend", "WORSENING");
        example("SEVERE_AND_WORSENING", urgent, worsening.with("pain.severity", 7), worsening.with("pain.severity", 6));
        Person minor = cleared.with("trauma.kind", "MINOR")
                .with("trauma.daysAgo", 14)
                .with("trauma.medicallyAssessedSince", "NO");
        example("LOW_ENERGY_TRAUMA_FRAGILE_BONE", urgent, minor.with("age", 65), minor.with("age", 64));
        Person bleeding = minor.with("gen.anticoagulantOrBleedingDisorder", "YES");
        example("TRAUMA_WITH_BLEEDING_RISK", urgent, bleeding, bleeding.with("trauma.daysAgo", 15));
        Person weak = neuro.with("neuro.weakness", "RIGHT");
        example(
                "NEW_OR_PROGRESSIVE_LEG_WEAKNESS",
                urgent,
                weak.with("neuro.trend", "WORSENING"),
                weak.with("neuro.trend", "IMPROVING"));
        Person legs = cleared.with("pain.regions", List.of("LUMBAR", "POSTERIOR_THIGH_L", "FOOT_R"))
                .with("assessment.daysAgo", 1);
        example("NEW_BILATERAL_LEG_PAIN", urgent, legs.with("pain.episodeDays", 14), legs.with("pain.episodeDays", 15));
        example("FEVER_WITH_BACK_PAIN", urgent, cleared.with("gen.fever", "YES"), cleared);
        example("SUSPECTED_SERIOUS_DISEASE", urgent, cleared.with("gen.unremittingNightPain", "YES"), cleared);
        example("SUSPECTED_DVT", urgent, cleared.with("gen.oneCalfSwollenWarmRed", "YES"), cleared);
        Person aaa = cleared.with("gen.knownAaa", "YES");
        example("KNOWN_AAA_WITH_NEW_PAIN", emergency, aaa.with("pain.severity", 7), aaa.with("pain.severity", 6));

        Person unassessed = cleared.notAssessed();
        example("POSSIBLE_TRUE_SCIATICA_NOT_ASSESSED", first, unassessed.with("pain.belowKnee", "YES"), unassessed);
        example("NOT_ASSESSED", first, unassessed, cleared);
        example("ADVISED_AGAINST_MASSAGE", first, cleared.with("assessment.advisedAgainstMassage", "YES"), cleared);
        Person constant = cleared.with("pain.pattern", "CONSTANT").with("pain.variesWithActivityOrPosition", "NO");
        example("NOT_CLEARLY_MUSCULAR", first, constant.with("pain.trend", "WORSENING"), constant);
        example("CANCER_HISTORY", first, cleared.with("gen.cancerHistory", "YES"), cleared);
        example("KNOWN_DVT", first, cleared.with("gen.knownDvt", "YES"), cleared);
        example("KNOWN_AAA", first, aaa, cleared);
        example("SURGERY_WITHIN_6_WEEKS", first, cleared.with("gen.surgeryWithin6Weeks", "YES"), cleared);
        Person pregnant = cleared.with("pregnantWeeks", 20);
        example(
                "HIGH_RISK_PREGNANCY",
                first,
                pregnant.with("highRiskPregnancy", "YES"),
                pregnant.with("highRiskPregnancy", "NO"));
        Person immune = cleared.with("gen.immunosuppressed", "YES")
                .with("pain.variesWithActivityOrPosition", "NO")
                .with("assessment.daysAgo", 5);
        Person brokenSkin = cleared.with("pain.regions", List.of("LUMBAR", "BUTTOCK_R"));
        example(
                "NO_WORKABLE_REGION",
                first,
                brokenSkin.with("skin.localProblemRegions", List.of("LUMBAR", "BUTTOCK_R", "OUTER_HIP_R")),
                brokenSkin.with("skin.localProblemRegions", List.of("LUMBAR", "BUTTOCK_R", "OUTER_HIP_L")));
        example(
                "IMMUNOSUPPRESSED_NEW_PAIN",
                first,
                immune.with("pain.episodeDays", 42),
                immune.with("pain.episodeDays", 43));
        example("UNDER_AGE", first, cleared.with("age", 17), cleared.with("age", 18));
        example(
                "OUT_OF_SCOPE",
                first,
                cleared.with("pain.regions", List.of("LUMBAR", "OTHER")),
                cleared.with("pain.regions", List.of("LUMBAR")));
        Circumstances flagged = Circumstances.on(Person.TODAY)
                .after(List.of(new EarlierFlag("SADDLE_NUMBNESS", Person.TODAY.minusDays(5))));
        BY_RULE.put(
                "RETRACTED_RED_FLAG",
                new Example(
                        new Case(cleared.with("assessment.daysAgo", 5), flagged),
                        first,
                        new Case(cleared.with("assessment.daysAgo", 4), flagged)));
        Circumstances noBetter = Circumstances.on(Person.TODAY).withoutImprovementSince(Person.TODAY.minusDays(3));
        BY_RULE.put(
                "NO_IMPROVEMENT",
                new Example(
                        new Case(cleared.with("assessment.daysAgo", 3), noBetter),
                        first,
                        new Case(cleared.with("assessment.daysAgo", 2), noBetter)));

        Person recent = cleared.with("assessment.daysAgo", 5);
        example(
                "NO_DEEP_PRESSURE_OVER_SCIATIC_NERVE",
                adjusted,
                recent.with("pain.episodeDays", 42),
                recent.with("pain.episodeDays", 43));
        Person spur = cleared.with("dx.confirmed", List.of("BONE_SPUR"));
        example("ADJUST_PRESSURE", adjusted, spur, cleared);
        example("ADJUST_POSITION", adjusted, cleared.with("assessment.conclusion", "UNSURE"), cleared);
        example("AVOID_LUMBAR_EXTENSION", adjusted, cleared.with("dx.confirmed", List.of("SPINAL_STENOSIS")), spur);
        example(
                "NO_FIRM_OR_DEEP_PRESSURE",
                adjusted,
                cleared.with("gen.anticoagulantOrBleedingDisorder", "YES"),
                cleared);
        Person expecting = cleared.with("highRiskPregnancy", "NO");
        example("NO_ABDOMINAL_WORK", adjusted, expecting.with("pregnantWeeks", 1), expecting.with("pregnantWeeks", 0));
        for (String code : List.of("SIDE_LYING_NOT_PRONE", "NO_DEEP_LEG_PRESSURE")) {
            example(code, adjusted, expecting.with("pregnantWeeks", 13), expecting.with("pregnantWeeks", 12));
        }
        example("NO_FIRM_PRESSURE_OVER_SPINE_OR_RIBS", adjusted, cleared.with("gen.longTermSteroids", "YES"), cleared);
        example("AVOID_REGION", adjusted, cleared.with("skin.localProblemRegions", List.of("BUTTOCK_R")), cleared);

        example(
                "CLEARLY_MUSCULAR",
                Outcome.PROCEED,
                cleared,
                cleared.with("pain.variesWithActivityOrPosition", "UNKNOWN"));
        Circumstances excused = Circumstances.on(Person.TODAY).lifting(Set.of("NOT_ASSESSED"));
        BY_RULE.put(
                "ASSESSED_SINCE_ONSET", new Example(new Case(cleared), Outcome.PROCEED, new Case(unassessed, excused)));
        Person lookedAt = cleared.with("trauma.kind", "MINOR")
                .with("trauma.daysAgo", 40)
                .with("trauma.medicallyAssessedSince", "YES");
        example("NO_WARNING_SIGN", Outcome.PROCEED, cleared, lookedAt);
    }
}
