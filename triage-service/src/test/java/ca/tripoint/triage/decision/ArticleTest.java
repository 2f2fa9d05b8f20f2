package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Decision.AppliedAdjustment;
import ca.tripoint.triage.decision.Decision.RaisedFlag;
import ca.tripoint.triage.plan.Finding;
import ca.tripoint.triage.plan.Plan;
import ca.tripoint.triage.plan.Planner;
import ca.tripoint.triage.ruleset.Muscle;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Position;
import ca.tripoint.triage.ruleset.Pressure;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Regions.Side;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.screening.PainPicture;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The article, statement by statement: walk it through these tests. Statements of other services are tested there. */
class ArticleTest {
    private final Person cleared = Person.cleared();
    private final Ruleset rules = Person.RULES;

    private static DynamicTest says(String number, String statement, Executable test) {
        return DynamicTest.dynamicTest(number + ": " + statement, test);
    }

    private static Plan plan(Person person) {
        return new Planner(Person.RULES)
                .plan(person.answers(), Person.TODAY, person.decision().adjustments(), List.of());
    }

    private static List<String> muscles(Person person) {
        return plan(person).steps().stream().map(Plan.Step::muscle).distinct().toList();
    }

    private static Person hurtingIn(String... regions) {
        return Person.cleared().with("pain.regions", List.of(regions));
    }

    private static List<String> flags(Person person) {
        return person.decision().redFlags().stream().map(RaisedFlag::code).toList();
    }

    private static List<String> adjustments(Person person) {
        return person.decision().adjustments().stream()
                .map(AppliedAdjustment::code)
                .toList();
    }

    private static List<String> reasons(Person person) {
        return person.decision().reasons().stream().map(Decision.Reason::code).toList();
    }

    private static Outcome outcome(Person person) {
        return person.decision().outcome();
    }

    private Muscle muscle(String code) {
        return rules.plan().muscle(code);
    }

    private static List<String> refersTo(Muscle muscle) {
        return List.copyOf(muscle.refers().keySet());
    }

    private String english(String key) {
        return rules.texts(Locale.CANADA).get(key);
    }

    private String text(Locale language, String key) {
        return rules.texts(language).get(key);
    }

    private static List<String> advice(Person person) {
        return person.decision().advice();
    }

    private static Plan planAfter(Finding found) {
        return new Planner(Person.RULES)
                .plan(
                        Person.cleared().answers(),
                        Person.TODAY,
                        Person.cleared().decision().adjustments(),
                        List.of(found));
    }

    private static int score(Plan plan, String muscle) {
        return plan.steps().stream()
                .filter(step -> step.muscle().equals(muscle))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static int told(Person person) {
        return PainPicture.of(Person.RULES.questionnaire(), person.answers()).complete();
    }

    private Plan.Step step(Person person, String muscle) {
        return plan(person).steps().stream()
                .filter(step -> step.muscle().equals(muscle))
                .findFirst()
                .orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> definitions_and_negative_rules() {
        return Stream.of(
                says(
                        "S-01",
                        "the path runs from low back through buttock into the leg, per side",
                        () -> assertThat(rules.questionnaire()
                                        .question("pain.regions")
                                        .options())
                                .contains("LUMBAR", "BUTTOCK_L", "BUTTOCK_R", "POSTERIOR_THIGH_L", "POSTERIOR_LEG_R")),
                says("S-02", "many cases are referred pain: said to whoever may book, and without a number", () -> {
                    assertThat(advice(cleared)).contains("OFTEN_FROM_MUSCLES");
                    assertThat(advice(cleared.notAssessed())).doesNotContain("OFTEN_FROM_MUSCLES");
                    Ruleset.LANGUAGES.forEach(language -> Stream.of(
                                    "advice.OFTEN_FROM_MUSCLES", "glossary.REFERRED_PAIN.text")
                            .forEach(key -> assertThat(text(language, key))
                                    .doesNotContainPattern("(?i)[0-9]|%|per ?cent|pour cent|most |la plupart")));
                }),
                says(
                        "S-03",
                        "referred pain follows the path of the nerve and feels as if it were pressed",
                        () -> assertThat(english("glossary.REFERRED_PAIN.text"))
                                .contains("away from where it comes from", "path of the sciatic nerve", "pressed")),
                says("S-04", "the plan treats muscles, never the nerve", () -> {
                    List<String> catalogue =
                            rules.plan().muscles().stream().map(Muscle::code).toList();
                    assertThat(catalogue)
                            .containsExactlyInAnyOrder(
                                    "PIRIFORMIS",
                                    "GLUTEUS_MEDIUS",
                                    "GLUTEUS_MINIMUS",
                                    "QUADRATUS_LUMBORUM",
                                    "ERECTOR_SPINAE",
                                    "HIP_FLEXORS");
                    assertThat(muscles(cleared.with("assessment.conclusion", "TRUE_SCIATICA")))
                            .isNotEmpty()
                            .isSubsetOf(catalogue);
                }),
                says(
                        "S-05",
                        "the sciatic path is coded by regions of each side",
                        () -> assertThat(rules.regions().codes())
                                .contains("BUTTOCK_L", "POSTERIOR_THIGH_L", "POSTERIOR_LEG_L", "FOOT_L")),
                says(
                        "S-06, S-07",
                        "herniated disc, bone spur and stenosis have codes",
                        () -> assertThat(rules.questionnaire()
                                        .question("dx.confirmed")
                                        .options())
                                .contains("DISC_HERNIATION", "BONE_SPUR", "SPINAL_STENOSIS")),
                says(
                        "S-08, S-13",
                        "suspected true sciatica is assessed before any massage",
                        () -> assertThat(reasons(
                                        cleared.notAssessed().with("dx.selfSuspected", List.of("DISC_HERNIATION"))))
                                .contains("POSSIBLE_TRUE_SCIATICA_NOT_ASSESSED")),
                says(
                        "S-09",
                        "piriformis, gluteals and low-back muscles are in the catalogue",
                        () -> assertThat(rules.plan().muscles())
                                .extracting(Muscle::code)
                                .contains("PIRIFORMIS", "GLUTEUS_MEDIUS", "GLUTEUS_MINIMUS", "QUADRATUS_LUMBORUM")),
                says("S-10", "location alone never decides: what an assessment found does", () -> {
                    for (String region : List.of(
                            "LUMBAR",
                            "SACRAL",
                            "HIP_R",
                            "BUTTOCK_R",
                            "OUTER_THIGH_R",
                            "POSTERIOR_THIGH_R",
                            "POSTERIOR_LEG_R")) {
                        for (Person there : List.of(hurtingIn(region), hurtingIn("LUMBAR", "BUTTOCK_R", region))) {
                            assertThat(outcome(there)).as(region).isEqualTo(Outcome.PROCEED);
                            assertThat(outcome(there.notAssessed())).as(region).isEqualTo(Outcome.ASSESSMENT_FIRST);
                            assertThat(outcome(there.with("assessment.conclusion", "TRUE_SCIATICA")))
                                    .as(region)
                                    .isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
                        }
                    }
                }),
                says("S-11", "the pain is real, whatever is decided short of a red flag", () -> {
                    assertThat(english("advice.PAIN_IS_REAL")).startsWith("The pain is real");
                    assertThat(advice(cleared)).contains("PAIN_IS_REAL");
                    assertThat(advice(cleared.notAssessed())).contains("PAIN_IS_REAL");
                }),
                says("S-12", "it may respond well to massage, and that is no promise", () -> {
                    assertThat(english("advice.OFTEN_FROM_MUSCLES")).contains("can often", "may respond well");
                    assertThat(text(Locale.CANADA_FRENCH, "advice.OFTEN_FROM_MUSCLES"))
                            .contains("peut souvent", "peut bien répondre au massage");
                }),
                says(
                        "S-14",
                        "whether, when and with what conclusion it was assessed is asked",
                        () -> assertThat(rules.questionnaire()
                                        .question("assessment.conclusion")
                                        .options())
                                .containsExactly("MUSCULAR", "TRUE_SCIATICA", "UNSURE")),
                says(
                        "S-15",
                        "not assessed: an assessment comes first",
                        () -> assertThat(outcome(cleared.notAssessed())).isEqualTo(Outcome.ASSESSMENT_FIRST)),
                says("S-15", "an assessment from before this episode does not count", () -> {
                    assertThat(outcome(cleared.with("assessment.daysAgo", 120))).isEqualTo(Outcome.ASSESSMENT_FIRST);
                    assertThat(outcome(cleared.with("assessment.daysAgo", 119))).isEqualTo(Outcome.PROCEED);
                }),
                says(
                        "S-16",
                        "what a trigger point is, and what of it a therapist records weighs in the next plan",
                        () -> {
                            assertThat(rules.questionnaire().glossary()).contains("TRIGGER_POINT");
                            assertThat(english("glossary.TRIGGER_POINT.text"))
                                    .contains(
                                            "tight, irritable",
                                            "contracted all the time",
                                            "hurts when pressed",
                                            "another place");
                            int before = score(plan(cleared), "GLUTEUS_MINIMUS");
                            Finding nothing = new Finding("GLUTEUS_MINIMUS", Side.RIGHT, false, false, false, 0);
                            Finding tender = new Finding("GLUTEUS_MINIMUS", Side.RIGHT, true, false, false, 30);
                            Finding referring = new Finding("GLUTEUS_MINIMUS", Side.RIGHT, true, true, false, 30);
                            assertThat(score(planAfter(nothing), "GLUTEUS_MINIMUS"))
                                    .isEqualTo(before);
                            assertThat(score(planAfter(tender), "GLUTEUS_MINIMUS"))
                                    .isEqualTo(before + 2);
                            assertThat(score(planAfter(referring), "GLUTEUS_MINIMUS"))
                                    .isEqualTo(before + 5);
                        }),
                says(
                        "S-22",
                        "a piriformis syndrome is muscular and the nerve is spared all the same",
                        () -> assertThat(adjustments(cleared.with("dx.confirmed", List.of("PIRIFORMIS_SYNDROME"))))
                                .contains("NO_DEEP_PRESSURE_OVER_SCIATIC_NERVE")),
                says("S-61", "pain elsewhere is out of scope, never screened as safe", () -> {
                    assertThat(outcome(hurtingIn("OTHER"))).isEqualTo(Outcome.ASSESSMENT_FIRST);
                    assertThat(outcome(hurtingIn("GROIN_L"))).isEqualTo(Outcome.ASSESSMENT_FIRST);
                    assertThat(outcome(hurtingIn("GROIN_L", "HIP_L"))).isEqualTo(Outcome.PROCEED);
                }));
    }

    @TestFactory
    Stream<DynamicTest> muscles_and_referral_patterns() {
        return Stream.of(
                says(
                        "S-17",
                        "piriformis refers to the buttock and down the back of the leg",
                        () -> assertThat(refersTo(muscle("PIRIFORMIS")))
                                .contains("BUTTOCK", "POSTERIOR_THIGH", "POSTERIOR_LEG")),
                says(
                        "S-18, S-27",
                        "the gluteals refer to hip, outer thigh, low back and buttock",
                        () -> assertThat(refersTo(muscle("GLUTEUS_MEDIUS")))
                                .contains("HIP", "OUTER_THIGH", "LUMBAR", "BUTTOCK", "OUTER_HIP")),
                says(
                        "S-19, S-34",
                        "firm focused pressure, held: trigger-point technique",
                        () -> assertThat(step(cleared, "GLUTEUS_MEDIUS"))
                                .matches(step -> step.technique().equals("TRIGGER_POINT")
                                        && step.pressure() == Pressure.FIRM
                                        && step.hold().isPresent())),
                says("S-20", "the piriformis lies deep in the buttock, from sacrum to femur", () -> {
                    assertThat(muscle("PIRIFORMIS").through()).containsExactly("BUTTOCK");
                    assertThat(muscle("PIRIFORMIS").pressure()).isEqualTo(Pressure.DEEP);
                    assertThat(english("muscles.PIRIFORMIS.about"))
                            .contains("Deep in the buttock", "sacrum", "thigh bone");
                }),
                says("S-23", "piriformis comes after the gluteal layer and needs a trained therapist", () -> {
                    List<String> order = muscles(cleared);
                    assertThat(order.indexOf("PIRIFORMIS")).isGreaterThan(order.indexOf("GLUTEUS_MEDIUS"));
                    assertThat(order.indexOf("PIRIFORMIS")).isGreaterThan(order.indexOf("GLUTEUS_MINIMUS"));
                    assertThat(plan(cleared).requires().skills()).contains("DEEP_GLUTEAL_TRIGGER_POINT");
                }),
                says(
                        "S-21",
                        "piriformis has the highest score for the classic path",
                        () -> assertThat(plan(hurtingIn("BUTTOCK_R", "POSTERIOR_THIGH_R")).steps().stream()
                                        .max(Comparator.comparingInt(Plan.Step::score))
                                        .orElseThrow()
                                        .muscle())
                                .isEqualTo("PIRIFORMIS")),
                says("S-24, S-48", "whoever rolls is advised to pause, others not to rely on it", () -> {
                    assertThat(cleared.with("selfcare.foamRolling", "YES")
                                    .decision()
                                    .advice())
                            .contains("FOAM_ROLLER_STOP")
                            .doesNotContain("FOAM_ROLLER_LIMITS");
                    assertThat(cleared.decision().advice()).contains("FOAM_ROLLER_LIMITS");
                }),
                says("S-25", "the gluteals lie on the side and back of the hip", () -> {
                    for (String gluteal : List.of("GLUTEUS_MEDIUS", "GLUTEUS_MINIMUS")) {
                        assertThat(muscle(gluteal).through()).contains("HIP", "OUTER_HIP");
                        assertThat(muscle(gluteal).evidence()).contains("S-25");
                    }
                    assertThat(english("muscles.GLUTEUS_MEDIUS.about")).contains("side and back of the hip");
                    assertThat(english("muscles.GLUTEUS_MINIMUS.about")).contains("Under the gluteus medius");
                }),
                says(
                        "S-26",
                        "low back and leg pain: both gluteals",
                        () -> assertThat(muscles(hurtingIn("LUMBAR", "FRONT_THIGH_L")))
                                .contains("GLUTEUS_MEDIUS", "GLUTEUS_MINIMUS")),
                says(
                        "S-28",
                        "piriformis: both gluteals",
                        () -> assertThat(muscles(hurtingIn("POSTERIOR_THIGH_L")))
                                .contains("PIRIFORMIS", "GLUTEUS_MEDIUS", "GLUTEUS_MINIMUS")),
                says("S-29", "every plan holds the gluteal and the low-back group", () -> {
                    for (String region : List.of("LUMBAR", "SACRAL", "HIP_L", "BUTTOCK_R", "POSTERIOR_LEG_L")) {
                        assertThat(muscles(hurtingIn(region)).stream()
                                        .map(code -> muscle(code).group()))
                                .as(region)
                                .contains("GLUTEAL", "LOW_BACK");
                    }
                }),
                says(
                        "S-30, S-31",
                        "quadratus lumborum refers to low back, sacrum and hip",
                        () -> assertThat(refersTo(muscle("QUADRATUS_LUMBORUM"))).contains("LUMBAR", "SACRAL", "HIP")),
                says(
                        "S-32",
                        "erector spinae refers to the low back",
                        () -> assertThat(refersTo(muscle("ERECTOR_SPINAE"))).contains("LUMBAR")),
                says("S-33", "low back with buttock or leg: both low-back muscles, for this reason", () -> {
                    for (String muscle : List.of("QUADRATUS_LUMBORUM", "ERECTOR_SPINAE")) {
                        assertThat(step(hurtingIn("LUMBAR", "BUTTOCK_L"), muscle)
                                        .because())
                                .contains("S-33");
                        assertThat(step(hurtingIn("LUMBAR", "FOOT_L"), muscle).because())
                                .contains("S-33");
                        assertThat(step(hurtingIn("LUMBAR"), muscle).because()).doesNotContain("S-33");
                    }
                    assertThat(muscles(hurtingIn("BUTTOCK_L"))).doesNotContain("QUADRATUS_LUMBORUM");
                }),
                says("S-38", "hip flexors are an add-on, and part of the plan when groin or thigh hurt", () -> {
                    assertThat(plan(hurtingIn("LUMBAR")).addOns()).containsExactly("HIP_FLEXORS");
                    assertThat(muscles(hurtingIn("LUMBAR", "GROIN_L"))).contains("HIP_FLEXORS");
                    assertThat(step(hurtingIn("LUMBAR", "GROIN_L"), "HIP_FLEXORS")
                                    .position())
                            .isEqualTo(Position.SUPINE);
                }));
    }

    @TestFactory
    Stream<DynamicTest> session_technique_and_course() {
        Person acute = cleared.with("assessment.daysAgo", 5);
        Person tingling = cleared.with("neuro.tingling", "LEFT")
                .with("neuro.onsetDays", 60)
                .with("neuro.trend", "STABLE");
        return Stream.of(
                says("S-35", "holds lie within 8 and 90 seconds and grow with the episode", () -> {
                    assertThat(rules.plan().holdFor(41)).hasToString("Hold[from=8, to=20]");
                    assertThat(rules.plan().holdFor(42)).hasToString("Hold[from=15, to=45]");
                    assertThat(rules.plan().holdFor(89)).hasToString("Hold[from=15, to=45]");
                    assertThat(rules.plan().holdFor(90)).hasToString("Hold[from=30, to=90]");
                }),
                says("S-36", "the client is told what they will feel, unless nothing will be held", () -> {
                    assertThat(english("advice.WHAT_YOU_WILL_FEEL"))
                            .contains("the pain you know", "ease during the hold");
                    assertThat(advice(cleared)).contains("WHAT_YOU_WILL_FEEL");
                    assertThat(advice(cleared.with("gen.anticoagulantOrBleedingDisorder", "YES")))
                            .contains("GENTLE_WORK_ONLY")
                            .doesNotContain("WHAT_YOU_WILL_FEEL");
                }),
                says("S-37", "pain that eased during the hold weighs in the next plan", () -> {
                    Finding held = new Finding("PIRIFORMIS", Side.RIGHT, true, true, false, 40);
                    Finding eased = new Finding("PIRIFORMIS", Side.RIGHT, true, true, true, 40);
                    assertThat(score(planAfter(eased), "PIRIFORMIS"))
                            .isEqualTo(score(planAfter(held), "PIRIFORMIS") + 2);
                }),
                says("S-39", "face down is the usual position, wherever a muscle can be reached so", () -> {
                    for (Muscle muscle : rules.plan().muscles()) {
                        if (muscles(cleared).contains(muscle.code())) {
                            boolean faceDown = muscle.positions().contains(Position.PRONE);
                            assertThat(step(cleared, muscle.code()).position() == Position.PRONE)
                                    .as(muscle.code())
                                    .isEqualTo(faceDown);
                        }
                    }
                    assertThat(step(cleared, "GLUTEUS_MEDIUS").position()).isEqualTo(Position.PRONE);
                }),
                says("S-40", "60 minutes for one side, 75 with hip flexors, 90 for both sides", () -> {
                    assertThat(plan(hurtingIn("LUMBAR", "BUTTOCK_R")).durationMinutes())
                            .isEqualTo(60);
                    assertThat(plan(hurtingIn("LUMBAR", "GROIN_R")).durationMinutes())
                            .isEqualTo(75);
                    assertThat(plan(cleared.with("dx.confirmed", List.of("BONE_SPUR")))
                                    .durationMinutes())
                            .isEqualTo(75);
                    assertThat(plan(hurtingIn("LUMBAR", "BUTTOCK_R", "BUTTOCK_L"))
                                    .durationMinutes())
                            .isEqualTo(90);
                }),
                says(
                        "S-41",
                        "rest after the session is advised",
                        () -> assertThat(cleared.decision().advice()).contains("SETTLE_AFTERWARDS")),
                says("S-44", "the pain picture is complete to 0 to 6; what somebody does not know is not told", () -> {
                    assertThat(told(Person.silent())).isZero();
                    assertThat(told(cleared)).isEqualTo(6);
                    assertThat(told(cleared.without("pain.startsAt"))).isEqualTo(5);
                    assertThat(told(cleared.with("imaging.done", "UNKNOWN"))).isEqualTo(5);
                    assertThat(told(cleared.with("imaging.done", "DECLINED").without("pain.worseWith")))
                            .isEqualTo(4);
                    assertThat(told(cleared.with("pain.travelsTo", List.of()))).isEqualTo(6);
                }),
                says(
                        "S-42",
                        "six items make the pain picture",
                        () -> assertThat(rules.questionnaire().questions().stream()
                                        .filter(Question::picture)
                                        .map(Question::id))
                                .containsExactlyInAnyOrder(
                                        "pain.startsAt",
                                        "pain.travelsTo",
                                        "pain.worseWith",
                                        "pain.pattern",
                                        "imaging.done",
                                        "assessment.doneByGpOrPhysio")),
                says(
                        "S-43",
                        "a confirmed herniation adjusts pressure and position, and the therapist knows before",
                        () -> {
                            Person herniated = cleared.with("dx.confirmed", List.of("DISC_HERNIATION"));
                            assertThat(step(cleared, "ERECTOR_SPINAE").pressure())
                                    .isEqualTo(Pressure.FIRM);
                            assertThat(step(cleared, "ERECTOR_SPINAE").position())
                                    .isEqualTo(Position.PRONE);
                            assertThat(outcome(herniated)).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
                            assertThat(adjustments(herniated)).containsExactly("ADJUST_PRESSURE", "ADJUST_POSITION");
                            assertThat(step(herniated, "ERECTOR_SPINAE").pressure())
                                    .isEqualTo(Pressure.MODERATE);
                            assertThat(step(herniated, "ERECTOR_SPINAE").position())
                                    .isEqualTo(Position.PRONE_BOLSTERED);
                            assertThat(plan(herniated).steps())
                                    .extracting(Plan.Step::position)
                                    .doesNotContain(Position.PRONE);
                            assertThat(advice(herniated)).contains("TELL_THERAPIST_BEFORE");
                            assertThat(advice(cleared)).doesNotContain("TELL_THERAPIST_BEFORE");
                        }),
                says("S-43", "with a stenosis the low back is worked side-lying", () -> {
                    Person narrowed = cleared.with("dx.confirmed", List.of("SPINAL_STENOSIS"));
                    assertThat(adjustments(narrowed))
                            .containsExactly("ADJUST_PRESSURE", "ADJUST_POSITION", "AVOID_LUMBAR_EXTENSION");
                    for (String muscle : List.of("ERECTOR_SPINAE", "QUADRATUS_LUMBORUM")) {
                        assertThat(step(narrowed, muscle).position()).isEqualTo(Position.SIDE_LYING);
                        assertThat(step(narrowed, muscle).pressure()).isEqualTo(Pressure.MODERATE);
                    }
                }),
                says("S-45", "in the acute phase no deep pressure over the nerve: up to 42 days", () -> {
                    assertThat(adjustments(acute.with("pain.episodeDays", 42)))
                            .containsExactly("NO_DEEP_PRESSURE_OVER_SCIATIC_NERVE");
                    assertThat(adjustments(acute.with("pain.episodeDays", 43))).isEmpty();
                }),
                says("S-46", "tingling in one leg: moderate at most and 20 seconds over the piriformis", () -> {
                    assertThat(outcome(tingling)).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
                    assertThat(step(tingling, "PIRIFORMIS").pressure()).isEqualTo(Pressure.MODERATE);
                    assertThat(step(tingling, "PIRIFORMIS").hold().orElseThrow().to())
                            .isEqualTo(20);
                }),
                says(
                        "S-47",
                        "careful technique is not insufficient effort",
                        () -> assertThat(tingling.decision().advice()).contains("CAREFUL_IS_NOT_WEAK")),
                says("S-49", "three to six sessions, by how long it has lasted", () -> {
                    assertThat(rules.plan().sessionsFor(41)).isEqualTo(3);
                    assertThat(rules.plan().sessionsFor(42)).isEqualTo(4);
                    assertThat(rules.plan().sessionsFor(180)).isEqualTo(5);
                    assertThat(rules.plan().sessionsFor(365)).isEqualTo(6);
                    assertThat(plan(cleared).course().spacingDays()).isEqualTo(7);
                }),
                says(
                        "S-49",
                        "what has hurt for months is not let go in one session; a course rather than waiting",
                        () -> {
                            Person lately = cleared.with("assessment.daysAgo", 5);
                            assertThat(advice(lately.with("pain.episodeDays", 60)))
                                    .contains("LONG_STANDING_TAKES_TIME", "COURSE_NOT_ONE_SESSION");
                            assertThat(advice(lately.with("pain.episodeDays", 59)))
                                    .contains("COURSE_NOT_ONE_SESSION")
                                    .doesNotContain("LONG_STANDING_TAKES_TIME");
                            Person bleeding = cleared.with("gen.anticoagulantOrBleedingDisorder", "YES");
                            assertThat(advice(bleeding)).contains("COURSE_NOT_ONE_SESSION");
                            assertThat(english("advice.COURSE_NOT_ONE_SESSION")
                                            + english("advice.LONG_STANDING_TAKES_TIME"))
                                    .doesNotContainPattern("(?i)spot|point|hold|held|press");
                        }));
    }

    @TestFactory
    Stream<DynamicTest> red_flags_and_when_to_proceed() {
        Person old = cleared.with("neuro.onsetDays", 15)
                .with("neuro.trend", "STABLE")
                .with("assessment.daysAgo", 1);
        Person fallen = cleared.with("trauma.kind", "SERIOUS").with("trauma.medicallyAssessedSince", "NO");
        Person severe = cleared.with("pain.severity", 7).with("pain.trend", "WORSENING");
        return Stream.of(
                says(
                        "S-50",
                        "any one is enough",
                        () -> Stream.of("ces.bladderControlLossOrChange", "ces.bowelControlLoss", "ces.saddleNumbness")
                                .forEach(sign -> assertThat(outcome(cleared.with(sign, "YES")))
                                        .isEqualTo(Outcome.EMERGENCY))),
                says("S-51", "numbness in both legs: emergency up to 14 days, urgent later", () -> {
                    Person numb = old.with("neuro.numbness", "BOTH");
                    assertThat(outcome(numb.with("neuro.onsetDays", 14))).isEqualTo(Outcome.EMERGENCY);
                    assertThat(outcome(numb)).isEqualTo(Outcome.URGENT_ASSESSMENT);
                    assertThat(outcome(numb.with("neuro.trend", "WORSENING"))).isEqualTo(Outcome.EMERGENCY);
                    assertThat(outcome(numb.with("neuro.onsetDays", "UNKNOWN"))).isEqualTo(Outcome.EMERGENCY);
                }),
                says(
                        "S-51",
                        "one leg numb and the other weak is both legs",
                        () -> assertThat(
                                        flags(old.with("neuro.numbness", "LEFT").with("neuro.weakness", "RIGHT")))
                                .contains("BILATERAL_NEURO")),
                says(
                        "S-51",
                        "one leg alone is not this flag",
                        () -> assertThat(flags(old.with("neuro.numbness", "LEFT")))
                                .isEmpty()),
                says(
                        "S-52",
                        "bladder or bowel: two flags",
                        () -> assertThat(flags(cleared.with("ces.bladderControlLossOrChange", "YES")
                                        .with("ces.bowelControlLoss", "YES")))
                                .contains("BLADDER_CONTROL_LOSS", "BOWEL_CONTROL_LOSS")),
                says("S-53", "a serious fall: emergency up to 14 days, urgent later, over once assessed", () -> {
                    assertThat(outcome(fallen.with("trauma.daysAgo", 14))).isEqualTo(Outcome.EMERGENCY);
                    assertThat(outcome(fallen.with("trauma.daysAgo", 15))).isEqualTo(Outcome.URGENT_ASSESSMENT);
                    assertThat(outcome(fallen.with("trauma.daysAgo", "UNKNOWN")))
                            .isEqualTo(Outcome.EMERGENCY);
                    assertThat(outcome(fallen.with("trauma.daysAgo", 15).with("trauma.medicallyAssessedSince", "YES")))
                            .isEqualTo(Outcome.PROCEED);
                }),
                says("S-54", "severe and worsening, in waves or not; neither alone", () -> {
                    assertThat(flags(severe)).containsExactly("SEVERE_AND_WORSENING");
                    assertThat(flags(severe.with("pain.pattern", "CONSTANT"))).contains("SEVERE_AND_WORSENING");
                    assertThat(flags(severe.with("pain.severity", 6))).isEmpty();
                    assertThat(flags(severe.with("pain.trend", "STABLE"))).isEmpty();
                }),
                says("S-55", "every red flag is urgent, and no lighter massage is offered beside it", () -> {
                    assertThat(rules.redFlags()).allMatch(flag -> flag.outcome().graverThan(Outcome.ASSESSMENT_FIRST));
                    Person bleeding = severe.with("gen.anticoagulantOrBleedingDisorder", "YES");
                    for (Person flagged : List.of(severe, bleeding)) {
                        assertThat(advice(flagged))
                                .contains("NO_MASSAGE_NOW")
                                .doesNotContain("GENTLE_WORK_ONLY", "OFTEN_FROM_MUSCLES", "COURSE_NOT_ONE_SESSION");
                    }
                    assertThat(english("advice.NO_MASSAGE_NOW")).contains("not even a lighter one");
                    for (Decision.Reason reason :
                            bleeding.notAssessed().decision().reasons()) {
                        String key = "rules." + reason.code() + ".text";
                        assertThat(english(key)).doesNotContain("gentle", "place to start", "known to be wrong");
                        assertThat(text(Locale.CANADA_FRENCH, key)).doesNotContain("doux", "commencer");
                    }
                }),
                says(
                        "S-56",
                        "an assessment first names GP or physiotherapist",
                        () -> assertThat(cleared.notAssessed().decision().advice())
                                .contains("SEE_GP_OR_PHYSIO")),
                says("S-57", "a muscular part, variation and no neurological sign: proceed", () -> {
                    assertThat(outcome(cleared)).isEqualTo(Outcome.PROCEED);
                    assertThat(reasons(cleared)).contains("CLEARLY_MUSCULAR");
                    Person constant =
                            cleared.with("pain.pattern", "CONSTANT").with("pain.variesWithActivityOrPosition", "NO");
                    assertThat(reasons(constant.with("pain.trend", "WORSENING")))
                            .contains("NOT_CLEARLY_MUSCULAR");
                    assertThat(reasons(constant.with("assessment.conclusion", "UNSURE")))
                            .contains("NOT_CLEARLY_MUSCULAR");
                }),
                says("S-57", "whichever of the three parts fails, nobody proceeds without adjustments", () -> {
                    for (String conclusion : List.of("TRUE_SCIATICA", "UNSURE", "UNKNOWN")) {
                        assertThat(outcome(cleared.with("assessment.conclusion", conclusion)))
                                .as(conclusion)
                                .isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
                    }
                    for (String varies : List.of("NO", "UNKNOWN", "DECLINED")) {
                        Person still = cleared.with("pain.variesWithActivityOrPosition", varies);
                        assertThat(outcome(still)).as(varies).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
                        assertThat(adjustments(still)).containsExactly("ADJUST_PRESSURE");
                        assertThat(step(still, "ERECTOR_SPINAE").pressure()).isEqualTo(Pressure.MODERATE);
                        assertThat(still.decision().reasons()).anySatisfy(reason -> {
                            assertThat(reason.code()).isEqualTo("ADJUST_PRESSURE");
                            assertThat(reason.questions()).containsExactly("pain.variesWithActivityOrPosition");
                            assertThat(reason.evidence()).contains("S-57");
                        });
                    }
                    for (String sign : List.of("neuro.numbness", "neuro.weakness", "neuro.tingling")) {
                        assertThat(outcome(old.with(sign, "RIGHT")))
                                .as(sign)
                                .isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
                    }
                }),
                says("S-58", "no text promises, and what is hoped for only may be", () -> {
                    String promise =
                            "(?i).*(\\bwill (cure|heal|fix|relieve|help|ease)\\b|\\bguarantee|\\bproven\\b|garanti"
                                    + "|\\bguéri|\\bprouvé|soulagera|aidera|disparaîtra).*";
                    Ruleset.LANGUAGES.forEach(
                            language -> assertThat(rules.texts(language).byKey().values())
                                    .noneMatch(text -> text.matches(promise)));
                    for (String hope : List.of("OFTEN_FROM_MUSCLES", "COURSE_NOT_ONE_SESSION", "GENTLE_WORK_ONLY")) {
                        assertThat(text(Locale.CANADA, "advice." + hope)).contains(" may ");
                        assertThat(text(Locale.CANADA_FRENCH, "advice." + hope)).containsPattern(" (peut|peuvent) ");
                    }
                }));
    }
}
