package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Answer.Choice;
import ca.tripoint.triage.decision.Fact.Changed;
import ca.tripoint.triage.decision.Fact.Known;
import ca.tripoint.triage.decision.Fact.Overridden;
import java.util.List;
import org.junit.jupiter.api.Test;

class WouldChangeTest {

    private static List<List<Fact>> wouldOpen(Person person) {
        Circumstances today = Circumstances.on(Person.TODAY);
        return new WouldChange(Person.ENGINE).of(person.answers(), today, person.decision());
    }

    private static List<String> questions(List<Fact> facts) {
        return facts.stream()
                .map(fact -> switch (fact) {
                    case Changed changed -> changed.question();
                    case Known known -> "known " + known.question();
                    case Overridden overridden -> "override " + overridden.rule();
                })
                .toList();
    }

    @Test
    void nothing_has_to_change_for_somebody_who_may_book() {
        assertThat(wouldOpen(Person.cleared())).isEmpty();
    }

    @Test
    void a_numb_leg_that_nobody_looked_at_needs_an_assessment() {
        Person numb = Person.cleared()
                .notAssessed()
                .with("neuro.numbness", "LEFT")
                .with("neuro.onsetDays", 30)
                .with("neuro.trend", "STABLE");

        List<List<Fact>> found = wouldOpen(numb);

        assertThat(found).hasSize(1);
        assertThat(questions(found.getFirst())).containsExactly("assessment.doneByGpOrPhysio");
        assertThat(found.getFirst().getFirst())
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.to())
                                .isInstanceOfSatisfying(
                                        Choice.class,
                                        to -> assertThat(to.code()).isEqualTo("YES")));
    }

    @Test
    void an_assessment_from_before_the_numbness_needs_a_newer_one() {
        Person numb = Person.cleared()
                .with("neuro.numbness", "LEFT")
                .with("neuro.onsetDays", 20)
                .with("neuro.trend", "STABLE");

        assertThat(questions(wouldOpen(numb).getFirst())).containsExactly("assessment.daysAgo");
    }

    @Test
    void a_serious_fall_needs_a_doctor_and_a_later_assessment() {
        Person fallen = Person.cleared()
                .with("trauma.kind", "SERIOUS")
                .with("trauma.daysAgo", 3)
                .with("trauma.medicallyAssessedSince", "NO");

        assertThat(wouldOpen(fallen).stream().map(WouldChangeTest::questions))
                .contains(List.of("assessment.daysAgo", "trauma.medicallyAssessedSince"));
    }

    @Test
    void lost_bladder_control_must_be_over_and_somebody_must_have_looked_since() {
        Person incontinent = Person.cleared().with("ces.bladderControlLossOrChange", "YES");

        assertThat(questions(wouldOpen(incontinent).getFirst()))
                .containsExactly("assessment.daysAgo", "ces.bladderControlLossOrChange");
    }

    @Test
    void cancer_in_the_past_needs_a_recorded_medical_advice() {
        assertThat(questions(wouldOpen(Person.cleared().with("gen.cancerHistory", "YES"))
                        .getFirst()))
                .containsExactly("override CANCER_HISTORY");
    }

    @Test
    void an_unknown_answer_needs_to_be_known() {
        assertThat(questions(wouldOpen(Person.cleared().with("gen.knownDvt", "UNKNOWN"))
                        .getFirst()))
                .containsAnyOf("known gen.knownDvt", "override KNOWN_DVT");
    }

    @Test
    void nobody_is_told_to_be_older() {
        assertThat(wouldOpen(Person.cleared().with("age", 12)))
                .singleElement()
                .satisfies(facts -> assertThat(questions(facts)).containsExactly("override UNDER_AGE"));
    }

    @Test
    void an_emergency_after_two_answers_is_explained_too() {
        Person sudden = Person.silent().with("gen.fever", "YES").with("gen.immunosuppressed", "YES");

        assertThat(questions(wouldOpen(sudden).getFirst())).contains("gen.fever");
    }
}
