package ca.tripoint.triage.screening;

import static ca.tripoint.triage.screening.ScreeningEvents.TOPIC;
import static ca.tripoint.triage.screening.ScreeningEvents.awaitCompletion;
import static ca.tripoint.triage.screening.ScreeningEvents.isAbout;
import static ca.tripoint.triage.screening.ScreeningEvents.typesAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import ca.tripoint.triage.Api;
import ca.tripoint.triage.TestClock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was told is remembered of the person and told to others, and what it does to a clearance. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class RememberingApiTest {
    private final UUID anne = UUID.randomUUID();

    @BeforeEach
    void time_passes() {
        TestClock.advance(Duration.ofMinutes(1));
    }

    @Test
    void a_flag_answered_away_while_the_screening_is_open_is_remembered() {
        ObjectNode answers = Api.answers("PROCEED").put("gen.oneCalfSwollenWarmRed", "YES");
        String id = Api.start(anne, answers)
                .body("redFlags.code", contains("SUSPECTED_DVT"))
                .body("advice.code", hasItem("DVT_BREATHLESS"))
                .extract()
                .path("id");

        Api.patch(anne, id, "\"1\"", Map.of("gen.oneCalfSwollenWarmRed", "NO")).statusCode(200);

        Api.submit(anne, id)
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", hasItem("RETRACTED_RED_FLAG"))
                .body("humanReview", equalTo(true));
    }

    @Test
    void a_flag_of_a_screening_that_was_left_open_guards_the_next_one() {
        Api.start(anne, Api.none().put("gen.oneCalfSwollenWarmRed", "YES"))
                .body("status", equalTo("OPEN"))
                .body("redFlags.code", contains("SUSPECTED_DVT"));

        Api.screen(anne, Api.answers("PROCEED"))
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", hasItem("RETRACTED_RED_FLAG"))
                .body("clearance", nullValue())
                .body("plan", nullValue());
    }

    @Test
    void advice_against_massage_cannot_be_answered_away_in_the_same_screening() {
        String id = Api.start(anne, Api.answers("PROCEED").put("assessment.advisedAgainstMassage", "YES"))
                .extract()
                .path("id");
        Api.patch(anne, id, "\"1\"", Map.of("assessment.advisedAgainstMassage", "NO"))
                .statusCode(200);

        Api.submit(anne, id)
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", hasItem("RETRACTED_RED_FLAG"));
    }

    @Test
    void a_flag_of_an_earlier_screening_is_remembered_until_an_assessment_after_that_day() {
        Api.screen(anne, Api.answers("EMERGENCY")).body("outcome", equalTo("EMERGENCY"));

        Api.screen(anne, Api.answers("PROCEED")).body("reasons.code", hasItem("RETRACTED_RED_FLAG"));
        TestClock.advance(Duration.ofDays(2));

        Api.screen(anne, Api.answers("PROCEED").put("assessment.daysAgo", 1)).body("outcome", equalTo("PROCEED"));
    }

    @Test
    void a_warning_sign_told_long_ago_is_still_read() {
        String id =
                Api.start(anne, Api.none().put("gen.fever", "YES")).extract().path("id");
        String clinician = TestTokens.clinician(UUID.randomUUID());
        TestClock.advance(Duration.ofDays(7).plusMinutes(1));
        outdatedFever(Api.get(anne, id));

        outdatedFever(Api.later(anne, id, 1, Map.of("age", 40)));
        Api.submit(anne, id).body("status", equalTo("OPEN"));

        outdatedFever(Api.read(clinician, "/v1/screenings/" + id));
        Object review = Api.waiting(clinician).stream()
                .filter(waiting -> id.equals(waiting.get("screeningId")))
                .findFirst()
                .orElseThrow()
                .get("id");
        outdatedFever(Api.read(clinician, "/v1/reviews/" + review))
                .body("toldBefore.code", contains("FEVER_WITH_BACK_PAIN"));
    }

    private static ValidatableResponse outdatedFever(ValidatableResponse file) {
        return file.body("redFlags.code", contains("FEVER_WITH_BACK_PAIN")).body("redFlags.outdated", contains(true));
    }

    @Test
    void answers_that_are_too_old_reassure_nobody() {
        ObjectNode answers = Api.answers("PROCEED").put("trauma.kind", "MINOR").put("trauma.daysAgo", 2);
        String id = Api.start(anne, answers.deepCopy().put("trauma.medicallyAssessedSince", "YES"))
                .extract()
                .path("id");
        TestClock.advance(Duration.ofDays(7).plusMinutes(1));
        Api.later(anne, id, 1, Api.map(answers.put("trauma.kind", "SERIOUS")));

        Api.read(TestTokens.clinician(UUID.randomUUID()), "/v1/screenings/" + id)
                .body("ceiling", equalTo("EMERGENCY"))
                .body("answers.'trauma.medicallyAssessedSince'.source", equalTo("OUTDATED"))
                .body("nextQuestions.id", contains("trauma.medicallyAssessedSince"));
    }

    @Test
    void old_answers_raise_what_is_told_today() {
        String id = Api.start(anne, Api.none().put("gen.immunosuppressed", "YES"))
                .extract()
                .path("id");
        TestClock.advance(Duration.ofDays(7).plusMinutes(1));

        Api.later(anne, id, 1, Map.of("gen.fever", "YES"))
                .body("redFlags.code", contains("FEVER_WITH_BACK_PAIN"))
                .body("redFlags.urgency", contains("EMERGENCY"))
                .body("redFlags.outdated", contains(true))
                .body("floor", equalTo("URGENT_ASSESSMENT"));
    }

    @Test
    void a_sign_that_was_new_when_it_was_told_is_read_as_it_was_told() {
        String id = Api.start(
                        anne,
                        Api.none()
                                .put("neuro.weakness", "LEFT")
                                .put("neuro.onsetDays", 8)
                                .put("neuro.trend", "STABLE"))
                .body("redFlags.code", contains("NEW_OR_PROGRESSIVE_LEG_WEAKNESS"))
                .extract()
                .path("id");
        String told = Api.get(anne, id).extract().path("redFlags[0].toldAt");
        TestClock.advance(Duration.ofDays(5));
        Api.later(anne, id, 1, Map.of("gen.fever", "NO"));
        TestClock.advance(Duration.ofDays(8));

        Api.get(anne, id)
                .body("redFlags.code", contains("NEW_OR_PROGRESSIVE_LEG_WEAKNESS"))
                .body("redFlags.outdated", contains(true))
                .body("redFlags.toldAt", contains(told));
    }

    @Test
    void of_two_days_on_which_it_was_told_the_graver_is_read() {
        String id = Api.start(anne, Api.none().put("neuro.numbness", "BOTH"))
                .extract()
                .path("id");
        TestClock.advance(Duration.ofDays(8));
        Api.later(anne, id, 1, Map.of("neuro.onsetDays", 2));
        TestClock.advance(Duration.ofDays(14));

        Api.get(anne, id)
                .body("redFlags.code", contains("BILATERAL_NUMBNESS"))
                .body("redFlags.urgency", contains("EMERGENCY"));
    }

    @Test
    void what_was_told_long_before_an_emergency_goes_with_it() {
        String id = Api.start(
                        anne,
                        Api.none()
                                .put("neuro.numbness", "NONE")
                                .put("gen.fever", "YES")
                                .put("gen.anticoagulantOrBleedingDisorder", "YES"))
                .extract()
                .path("id");
        TestClock.advance(Duration.ofDays(7).plusMinutes(1));
        Api.later(anne, id, 1, Map.of("ces.bladderControlLossOrChange", "YES"))
                .body("outcome", equalTo("EMERGENCY"))
                .body("redFlags.code", contains("BLADDER_CONTROL_LOSS", "FEVER_WITH_BACK_PAIN"))
                .body("redFlags.outdated", contains(false, true));

        String letter = Api.client(anne)
                .get("/v1/screenings/" + id + "/letter")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(letter.substring(letter.indexOf("Warning signs"), letter.indexOf("What the person told us")))
                .containsSubsequence("Bladder control", "Fever with back pain", "on answers told earlier", "NHS");
        assertThat(letter.substring(letter.indexOf("Told earlier, not said again"), letter.indexOf("Not answered")))
                .containsSubsequence("Fever", "Blood thinner or bleeding disorder", "Numbness");
        assertThat(letter.substring(letter.indexOf("Not answered"))).doesNotContain("Blood thinner", "Fever,");
        Api.client(anne)
                .get("/v1/screenings/" + id + "/fhir")
                .then()
                .statusCode(200)
                .body(containsString("gen.anticoagulantOrBleedingDisorder"))
                .body(containsString("Told earlier and not said again since."));
    }

    @Test
    void a_warning_sign_told_anew_is_told_anew() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            String id = Api.start(anne, Api.none().put("gen.fever", "YES"))
                    .extract()
                    .path("id");
            TestClock.advance(Duration.ofDays(7).plusMinutes(1));
            Api.later(anne, id, 1, Map.of("gen.fever", "YES")).body("redFlags.code", contains("FEVER_WITH_BACK_PAIN"));
            Api.later(anne, id, 2, Map.of("age", 40));

            awaitCompletion(probe, Api.screen(anne, Api.answers("EMERGENCY")));
            assertThat(typesAbout(anne, probe))
                    .containsExactly(
                            "red-flag-detected", "red-flag-detected", "red-flag-detected", "screening-completed");
        }
    }

    @Test
    void a_flag_is_told_once_and_again_when_its_urgency_rises() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            String id = Api.start(anne, Api.none().put("gen.fever", "YES"))
                    .extract()
                    .path("id");
            Api.patch(anne, id, "\"1\"", Map.of("gen.unremittingNightPain", "YES"))
                    .statusCode(200);
            Api.patch(anne, id, "\"2\"", Map.of("gen.immunosuppressed", "YES")).body("outcome", equalTo("EMERGENCY"));

            probe.await(event -> isAbout(anne, event) && event.type().equals("screening-completed"));
            assertThat(typesAbout(anne, probe))
                    .containsExactly("red-flag-detected", "red-flag-detected", "screening-completed");
        }
    }

    @Test
    void a_red_flag_takes_the_clearance_back() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            JsonPath cleared =
                    Api.screen(anne, Api.answers("PROCEED")).extract().jsonPath();
            TestClock.advance(Duration.ofHours(1));

            Api.screen(anne, Api.answers("EMERGENCY")).body("outcome", equalTo("EMERGENCY"));

            probe.await(event -> isAbout(anne, event) && event.type().equals("clearance-revoked"));
            probe.await(event -> typesAbout(anne, probe).size() == 4);
            assertThat(typesAbout(anne, probe))
                    .containsExactly(
                            "screening-completed", "red-flag-detected", "clearance-revoked", "screening-completed");
            Api.get(anne, cleared.getString("id"))
                    .body("outcome", equalTo("PROCEED"))
                    .body("clearance", nullValue());
        }
    }

    @Test
    void a_new_clearance_replaces_the_old_one() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            String first = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
            String second = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");

            ReceivedEvent revoked =
                    probe.await(event -> isAbout(anne, event) && event.type().equals("clearance-revoked"));
            assertThat(revoked.text("replacedByScreeningId")).isEqualTo(second);
            Api.get(anne, first).body("clearance", nullValue());
            Api.get(anne, second).body("clearance.token", notNullValue());
        }
    }

    @Test
    void every_decision_that_does_not_clear_takes_the_clearance_back() {
        String first = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");

        Api.screen(anne, Api.answers("ASSESSMENT_FIRST"));

        Api.get(anne, first).body("clearance", nullValue());
    }
}
