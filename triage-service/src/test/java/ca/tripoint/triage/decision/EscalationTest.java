package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Decision.Reason;
import ca.tripoint.triage.ruleset.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a warning sign graver, both sides of each limit. */
class EscalationTest {
    private final Person cleared = Person.cleared();
    private final Person old =
            cleared.with("neuro.onsetDays", 15).with("neuro.trend", "STABLE").with("assessment.daysAgo", 1);

    private static Outcome outcome(Person person) {
        return person.decision().outcome();
    }

    private static List<String> answersBehind(Person person, String rule) {
        return person.decision().reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .map(Reason::questions)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"neuro.numbness", "neuro.weakness", "neuro.tingling"})
    void a_sign_in_both_legs_is_an_emergency_when_new_worsening_or_of_an_unknown_day(String sign) {
        Person both = old.with(sign, "BOTH");

        assertThat(outcome(both)).isEqualTo(Outcome.URGENT_ASSESSMENT);
        assertThat(outcome(both.with("neuro.onsetDays", 14))).isEqualTo(Outcome.EMERGENCY);
        assertThat(outcome(both.with("neuro.onsetDays", "UNKNOWN"))).isEqualTo(Outcome.EMERGENCY);
        assertThat(outcome(both.with("neuro.trend", "WORSENING"))).isEqualTo(Outcome.EMERGENCY);
        assertThat(outcome(both.with("neuro.trend", "UNKNOWN"))).isEqualTo(Outcome.EMERGENCY);
    }

    @Test
    void different_signs_that_reach_both_legs_are_an_emergency_when_new_or_worsening() {
        Person across = old.with("neuro.numbness", "LEFT").with("neuro.tingling", "RIGHT");

        assertThat(outcome(across)).isEqualTo(Outcome.URGENT_ASSESSMENT);
        assertThat(outcome(across.with("neuro.onsetDays", 14))).isEqualTo(Outcome.EMERGENCY);
        assertThat(outcome(across.with("neuro.trend", "WORSENING"))).isEqualTo(Outcome.EMERGENCY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "DECLINED"})
    void a_third_sign_that_nobody_knows_of_does_not_unmake_the_two_sides_that_are_known(String weakness) {
        Person across = old.with("neuro.numbness", "LEFT")
                .with("neuro.tingling", "RIGHT")
                .with("neuro.onsetDays", 3)
                .with("neuro.weakness", weakness);

        assertThat(outcome(across)).isEqualTo(Outcome.EMERGENCY);
        assertThat(across.decision().redFlags())
                .extracting(Decision.RaisedFlag::code)
                .containsExactly("BILATERAL_NEURO");
        assertThat(outcome(across.with("neuro.tingling", "LEFT"))).isEqualTo(Outcome.URGENT_ASSESSMENT);
    }

    @Test
    void one_weak_leg_is_urgent_when_new_worsening_or_of_an_unknown_day() {
        Person weak = old.with("neuro.weakness", "LEFT");

        assertThat(outcome(weak)).isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
        assertThat(outcome(weak.with("neuro.onsetDays", 14).with("assessment.daysAgo", 1)))
                .isEqualTo(Outcome.URGENT_ASSESSMENT);
        assertThat(outcome(weak.with("neuro.onsetDays", "UNKNOWN"))).isEqualTo(Outcome.URGENT_ASSESSMENT);
        assertThat(outcome(weak.with("neuro.trend", "WORSENING"))).isEqualTo(Outcome.URGENT_ASSESSMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "gen.immunosuppressed,YES,EMERGENCY",
        "gen.immunosuppressed,UNKNOWN,EMERGENCY",
        "gen.immunosuppressed,NO,URGENT_ASSESSMENT",
        "gen.surgeryWithin6Weeks,YES,EMERGENCY",
        "gen.surgeryWithin6Weeks,UNKNOWN,EMERGENCY",
        "gen.surgeryWithin6Weeks,NO,URGENT_ASSESSMENT"
    })
    void fever_is_an_emergency_after_an_operation_or_with_a_weak_immune_system(
            String question, String answer, Outcome expected) {
        assertThat(outcome(cleared.with("gen.fever", "YES").with(question, answer)))
                .isEqualTo(expected);
    }

    @Test
    void a_known_aneurysm_is_an_emergency_with_pain_that_is_new_severe_or_worsening() {
        Person aneurysm = cleared.with("gen.knownAaa", "YES").with("assessment.daysAgo", 1);

        assertThat(outcome(aneurysm)).isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(outcome(aneurysm.with("pain.episodeDays", 15))).isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(outcome(aneurysm.with("pain.episodeDays", 14))).isEqualTo(Outcome.EMERGENCY);
        assertThat(outcome(aneurysm.with("pain.episodeDays", "UNKNOWN"))).isEqualTo(Outcome.EMERGENCY);
        assertThat(outcome(aneurysm.with("pain.severity", 6))).isEqualTo(Outcome.ASSESSMENT_FIRST);
        assertThat(outcome(aneurysm.with("pain.severity", 7))).isEqualTo(Outcome.EMERGENCY);
        assertThat(outcome(aneurysm.with("pain.trend", "WORSENING"))).isEqualTo(Outcome.EMERGENCY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen.unexplainedWeightLoss", "gen.unremittingNightPain"})
    void either_sign_of_a_serious_disease_is_urgent(String sign) {
        assertThat(outcome(cleared.with(sign, "YES"))).isEqualTo(Outcome.URGENT_ASSESSMENT);
        assertThat(cleared.with(sign, "YES").decision().redFlags())
                .extracting(Decision.RaisedFlag::code)
                .containsExactly("SUSPECTED_SERIOUS_DISEASE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen.osteoporosis", "gen.longTermSteroids"})
    void a_stumble_with_fragile_bones_is_urgent_until_somebody_has_looked(String fragile) {
        Person stumbled = cleared.with("trauma.kind", "MINOR")
                .with("trauma.daysAgo", 60)
                .with("trauma.medicallyAssessedSince", "NO");
        Person fragileBones = stumbled.with(fragile, "YES");

        assertThat(outcome(stumbled)).isEqualTo(Outcome.PROCEED);
        assertThat(outcome(fragileBones)).isEqualTo(Outcome.URGENT_ASSESSMENT);
        assertThat(outcome(fragileBones.with("trauma.medicallyAssessedSince", "UNKNOWN")))
                .isEqualTo(Outcome.URGENT_ASSESSMENT);
        assertThat(outcome(fragileBones.with("trauma.medicallyAssessedSince", "YES")))
                .isEqualTo(Outcome.PROCEED_WITH_ADJUSTMENTS);
    }

    @Test
    void the_explanation_names_the_answers_that_made_it_graver_and_only_those() {
        Person numb = old.with("neuro.numbness", "BOTH");

        assertThat(answersBehind(numb, "BILATERAL_NUMBNESS")).containsExactly("neuro.numbness");
        assertThat(answersBehind(numb.with("neuro.onsetDays", 14), "BILATERAL_NUMBNESS"))
                .containsExactly("neuro.numbness", "neuro.onsetDays");
        assertThat(answersBehind(numb.with("neuro.trend", "WORSENING"), "BILATERAL_NUMBNESS"))
                .containsExactly("neuro.numbness", "neuro.trend");
        Person feverish = cleared.with("gen.fever", "YES").with("gen.surgeryWithin6Weeks", "YES");
        assertThat(answersBehind(feverish, "FEVER_WITH_BACK_PAIN"))
                .containsExactly("gen.fever", "gen.surgeryWithin6Weeks");
        Person fallen = cleared.with("trauma.kind", "SERIOUS")
                .with("trauma.daysAgo", "UNKNOWN")
                .with("trauma.medicallyAssessedSince", "NO");
        assertThat(answersBehind(fallen, "SERIOUS_TRAUMA"))
                .containsExactly("trauma.kind", "trauma.medicallyAssessedSince", "trauma.daysAgo");
    }
}
