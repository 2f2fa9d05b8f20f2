package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.decision.Decision.Mode;
import ca.tripoint.triage.decision.Decision.NextQuestion;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Ruleset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not known: unknown, declined, missing, contradictory, taken back. */
class UncertaintyTest {
    private final Person cleared = Person.cleared();

    static Stream<String> criticalQuestions() {
        return Person.RULES.questionnaire().questions().stream()
                .filter(Question::critical)
                .map(Question::id);
    }

    @ParameterizedTest
    @MethodSource("criticalQuestions")
    void a_critical_question_nobody_can_answer_is_urgent_but_no_red_flag(String question) {
        for (String answer : List.of("UNKNOWN", "DECLINED")) {
            Decision decision = cleared.with(question, answer).decision();

            assertThat(decision.outcome()).isEqualTo(Outcome.URGENT_ASSESSMENT);
            assertThat(decision.redFlags()).isEmpty();
            assertThat(decision.reasons()).anySatisfy(reason -> {
                assertThat(reason.code()).isEqualTo(Ruleset.UNRESOLVED_RED_FLAG_QUESTION);
                assertThat(reason.questions()).containsExactly(question);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen.fever",
                "gen.cancerHistory",
                "gen.knownAaa",
                "gen.unexplainedWeightLoss",
                "gen.oneCalfSwollenWarmRed",
                "assessment.advisedAgainstMassage",
                "gen.surgeryWithin6Weeks"
            })
    void any_other_unknown_danger_is_assessed_first(String question) {
        Decision decision = cleared.with(question, "UNKNOWN").decision();

        assertThat(decision.outcome()).isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(decision.reasons()).extracting(Decision.Reason::code).contains(Ruleset.UNRESOLVED_SAFETY_QUESTION);
        assertThat(decision.reasons())
                .filteredOn(reason -> reason.code().equals(Ruleset.UNRESOLVED_SAFETY_QUESTION))
                .allSatisfy(reason -> {
                    assertThat(Person.ENGINE.ruleset().rule(reason.rule()))
                            .as(reason.rule())
                            .isPresent();
                    assertThat(reason.questions()).isNotEmpty();
                    assertThat(reason.evidence()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "gen.osteoporosis,NO_FIRM_PRESSURE_OVER_SPINE_OR_RIBS",
        "gen.anticoagulantOrBleedingDisorder,NO_FIRM_OR_DEEP_PRESSURE",
        "pain.variesWithActivityOrPosition,ADJUST_PRESSURE",
        "dx.confirmed,AVOID_LUMBAR_EXTENSION",
        "skin.localProblemRegions,AVOID_REGION:UNKNOWN"
    })
    void an_unknown_adjustment_applies(String question, String adjustment) {
        Decision decision = cleared.with(question, "UNKNOWN").decision();

        assertThat(decision.outcome()).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
        assertThat(decision.adjustments())
                .extracting(Decision.AppliedAdjustment::code)
                .contains(adjustment);
    }

    @Test
    void whoever_does_not_know_of_a_pregnancy_is_asked_about_its_risk_too() {
        for (String unsure : List.of("UNKNOWN", "DECLINED")) {
            Person unknown = cleared.with("pregnantWeeks", unsure);

            assertThat(unknown.decision().outcome()).isEqualTo(Outcome.INCOMPLETE);
            assertThat(unknown.decision().nextQuestions())
                    .extracting(NextQuestion::id)
                    .containsExactly("highRiskPregnancy");
            Decision harmless = unknown.with("highRiskPregnancy", "NO").decision();
            assertThat(harmless.outcome()).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
            assertThat(harmless.adjustments())
                    .extracting(Decision.AppliedAdjustment::code)
                    .containsExactly("NO_ABDOMINAL_WORK", "SIDE_LYING_NOT_PRONE", "NO_DEEP_LEG_PRESSURE");
            for (String risk : List.of("YES", "UNKNOWN")) {
                assertThat(unknown.with("highRiskPregnancy", risk).decision().outcome())
                        .isEqualTo(Outcome.ASSESSMENT_FIRST);
            }
        }
        assertThat(cleared.with("pregnantWeeks", 0).decision().outcome()).isEqualTo(Outcome.PROCEED);
        assertThat(cleared.with("pregnantWeeks", 1).decision().nextQuestions())
                .extracting(NextQuestion::id)
                .containsExactly("highRiskPregnancy");
    }

    @ParameterizedTest
    @MethodSource("criticalQuestions")
    void a_plainer_question_asks_one_thing_and_a_yes_is_never_the_good_news(String question) {
        Ruleset.LANGUAGES.forEach(language -> {
            String plainer = Person.RULES.texts(language).get("questions." + question + ".plainer");
            assertThat(plainer).containsOnlyOnce("?").endsWith("?");
            assertThat(plainer)
                    .doesNotContainPattern("(?i)\\b(can|are) you\\b|pouvez-vous|capable|n’avez-vous pas|sans problème");
        });
    }

    @Test
    void an_unknown_date_counts_against() {
        assertThat(cleared.with("assessment.daysAgo", "UNKNOWN").decision().outcome())
                .isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(cleared.with("pain.episodeDays", "UNKNOWN").decision().outcome())
                .isEqualTo(Outcome.ASSESSMENT_FIRST);
    }

    @Test
    void step_by_step_a_critical_question_is_asked_once_more() {
        Circumstances stepByStep = Circumstances.on(Person.TODAY).stepByStep();

        Decision decision = cleared.with("ces.saddleNumbness", "UNKNOWN").decision(stepByStep);

        assertThat(decision.outcome()).isEqualTo(Outcome.INCOMPLETE);
        assertThat(decision.nextQuestions())
                .extracting(NextQuestion::id, NextQuestion::mode)
                .containsExactly(tuple("ces.saddleNumbness", Mode.REASK));
    }

    @Test
    void what_contradicts_is_asked_again_and_nobody_is_cleared_meanwhile() {
        List<Person> contradictory = List.of(
                cleared.with("neuro.onsetDays", 3),
                cleared.with("neuro.trend", "STABLE"),
                cleared.with("trauma.daysAgo", 3),
                cleared.with("assessment.doneByGpOrPhysio", "NO"));

        contradictory.forEach(person -> {
            Decision decision = person.decision();
            assertThat(decision.contradictions()).hasSize(1);
            assertThat(decision.outcome()).isEqualTo(Outcome.INCOMPLETE);
            assertThat(decision.nextQuestions()).isNotEmpty().allMatch(next -> next.mode() == Mode.CLARIFY);
        });
    }

    @Test
    void an_emergency_decides_whatever_else_contradicts() {
        Decision decision = cleared.with("trauma.daysAgo", 3)
                .with("ces.bowelControlLoss", "YES")
                .decision();

        assertThat(decision.outcome()).isEqualTo(Outcome.EMERGENCY);
        assertThat(decision.contradictions()).hasSize(1);
    }

    @Test
    void nothing_answered_is_open_from_one_end_to_the_other() {
        Decision decision = Person.silent().decision();

        assertThat(decision.floor()).isEqualTo(Outcome.PROCEED);
        assertThat(decision.ceiling()).isEqualTo(Outcome.EMERGENCY);
        assertThat(decision.nextQuestions().getFirst().id()).isEqualTo("ces.bladderControlLossOrChange");
        assertThat(decision.progress().answered()).isZero();
        assertThat(decision.progress().remainingMax())
                .isGreaterThan(decision.progress().remainingMin());
    }

    @Test
    void it_stops_asking_once_nothing_can_change_the_outcome() {
        Person unassessed = cleared.notAssessed().without("gen.osteoporosis", "dx.selfSuspected", "gen.knownDvt");

        Decision decision = unassessed.decision();

        assertThat(decision.outcome()).isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(decision.nextQuestions()).isEmpty();
    }

    @Test
    void all_reasons_are_told_not_only_the_gravest() {
        Decision decision = cleared.notAssessed()
                .with("gen.cancerHistory", "YES")
                .with("gen.fever", "YES")
                .with("gen.osteoporosis", "YES")
                .decision();

        assertThat(decision.reasons())
                .extracting(Decision.Reason::code)
                .contains(
                        "FEVER_WITH_BACK_PAIN",
                        "CANCER_HISTORY",
                        "NOT_ASSESSED",
                        "NO_FIRM_PRESSURE_OVER_SPINE_OR_RIBS");
    }

    @Test
    void an_invisible_answer_is_not_read() {
        Decision decision = cleared.with("highRiskPregnancy", "YES").decision();

        assertThat(decision.outcome()).isEqualTo(Outcome.PROCEED);
    }

    @Test
    void the_adult_age_is_nineteen_in_british_columbia_where_it_is_given() {
        Person eighteen = cleared.with("age", 18);
        assertThat(eighteen.decision().outcome()).isEqualTo(Outcome.PROCEED);
        assertThat(eighteen.with("visit.province", "BC").decision().outcome()).isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(eighteen.with("visit.province", "ON").decision().outcome()).isEqualTo(Outcome.PROCEED);
        assertThat(cleared.with("age", 19)
                        .with("visit.province", "BC")
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.PROCEED);
    }

    @Test
    void a_question_asked_once_more_is_nothing_to_remember_yet() {
        Person unsure = cleared.with("ces.saddleNumbness", "UNKNOWN");

        assertThat(unsure.decision(Circumstances.on(Person.TODAY).stepByStep()).remembered())
                .isEmpty();
        assertThat(unsure.decision().remembered()).containsExactly(Ruleset.UNRESOLVED_RED_FLAG_QUESTION);
    }

    @Test
    void a_person_under_age_is_sent_to_a_guardian_and_to_a_doctor_only_for_another_reason() {
        Person minor = cleared.with("age", 17);

        assertThat(minor.decision().advice()).contains("ASK_GUARDIAN").doesNotContain("SEE_GP_OR_PHYSIO");
        assertThat(minor.notAssessed().decision().advice()).contains("ASK_GUARDIAN", "SEE_GP_OR_PHYSIO");
        assertThat(cleared.notAssessed().decision().advice())
                .contains("SEE_GP_OR_PHYSIO")
                .doesNotContain("ASK_GUARDIAN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SADDLE_NUMBNESS", "ADVISED_AGAINST_MASSAGE", "UNRESOLVED_RED_FLAG_QUESTION"})
    void what_was_told_before_cannot_simply_be_answered_away(String code) {
        Circumstances earlier =
                Circumstances.on(Person.TODAY).after(List.of(new EarlierFlag(code, Person.TODAY.minusDays(30))));

        assertThat(cleared.decision(earlier).outcome()).isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(cleared.decision(earlier).humanReview()).isTrue();
        assertThat(cleared.with("assessment.daysAgo", 29).decision(earlier).outcome())
                .isEqualTo(Outcome.PROCEED);
    }

    @Test
    void an_override_lifts_a_gate_and_never_a_red_flag() {
        Circumstances lifted = Circumstances.on(Person.TODAY).lifting(Set.of("CANCER_HISTORY"));
        Person survivor = cleared.with("gen.cancerHistory", "YES");

        assertThat(survivor.decision(lifted).outcome()).isEqualTo(Outcome.PROCEED);
        assertThat(survivor.decision(lifted).lifted()).containsExactly("CANCER_HISTORY");
        assertThat(survivor.with("gen.fever", "YES").decision(lifted).outcome()).isEqualTo(Outcome.URGENT_ASSESSMENT);
    }

    @Test
    void free_text_never_lowers() {
        Person incontinent =
                cleared.with("ces.bladderControlLossOrChange", "YES").with("notes", "my bladder is fine");

        assertThat(incontinent.decision().outcome()).isEqualTo(Outcome.EMERGENCY);
        assertThat(cleared.with("notes", "Sitting makes it worse, walking helps.")
                        .decision()
                        .outcome())
                .isEqualTo(Outcome.PROCEED);
    }

    @Test
    void where_an_assessment_found_the_nerve_nobody_says_that_it_is_often_the_muscles() {
        assertThat(Person.cleared().decision().advice()).contains("OFTEN_FROM_MUSCLES");
        assertThat(Person.cleared()
                        .with("assessment.conclusion", "TRUE_SCIATICA")
                        .decision()
                        .advice())
                .doesNotContain("OFTEN_FROM_MUSCLES");
    }
}
