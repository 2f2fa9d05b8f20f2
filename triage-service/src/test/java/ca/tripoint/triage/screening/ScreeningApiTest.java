package ca.tripoint.triage.screening;

import static ca.tripoint.triage.screening.ScreeningEvents.TOPIC;
import static ca.tripoint.triage.screening.ScreeningEvents.awaitCompletion;
import static ca.tripoint.triage.screening.ScreeningEvents.isAbout;
import static ca.tripoint.triage.screening.ScreeningEvents.typesAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.PublishedOpenApi;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import ca.tripoint.triage.Api;
import ca.tripoint.triage.TestClock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class ScreeningApiTest {
    private final UUID anne = UUID.randomUUID();

    @Inject
    DataSource database;

    @BeforeEach
    void time_passes() {
        TestClock.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PROCEED", "PROCEED_WITH_ADJUSTMENTS", "ASSESSMENT_FIRST", "URGENT_ASSESSMENT", "EMERGENCY"})
    void all_answers_at_once_are_decided(String outcome) {
        boolean bookable = outcome.startsWith("PROCEED");

        Api.screen(anne, Api.answers(outcome))
                .statusCode(201)
                .header("Location", containsString("/v1/screenings/"))
                .body("status", equalTo("DECIDED"))
                .body("outcome", equalTo(outcome))
                .body("floor", equalTo(outcome))
                .body("ceiling", equalTo(outcome))
                .body("clientId", equalTo(anne.toString()))
                .body("reasons", not(empty()))
                .body("advice", not(empty()))
                .body("nextQuestions", empty())
                .body("plan", bookable ? notNullValue() : nullValue())
                .body("clearance", bookable ? notNullValue() : nullValue())
                .body("course", bookable ? notNullValue() : nullValue());
    }

    @Test
    void a_clearance_is_a_signed_fact_about_the_client() throws Exception {
        JsonPath screening = Api.screen(anne, Api.answers("PROCEED")).extract().jsonPath();
        String jwks = RestAssured.get("/.well-known/jwks.json").asString();

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .setExpectedAudience("booking-service")
                .setExpectedIssuer("triage-service")
                .setEvaluationTime(NumericDate.fromMilliseconds(0))
                .build()
                .processToClaims(screening.getString("clearance.token"));

        assertThat(claims.getSubject()).isEqualTo(anne.toString());
        assertThat(claims.getStringClaimValue("screeningId")).isEqualTo(screening.getString("id"));
        assertThat(claims.getClaimValue("sessions", Long.class)).isEqualTo(4);
        assertThat(claims.getClaimValue("requires", Map.class).get("skills"))
                .isEqualTo(List.of("DEEP_GLUTEAL_TRIGGER_POINT", "TRIGGER_POINT"));
        assertThat(claims.getClaimValue("requires", Map.class).get("minDuration"))
                .isEqualTo(60L);
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(Duration.ofDays(7).toSeconds());
    }

    @Test
    void step_by_step_the_life_threatening_is_asked_first_and_an_emergency_decides_itself() {
        JsonPath started = Api.start(anne, Api.none())
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .body("outcome", equalTo("INCOMPLETE"))
                .body("floor", equalTo("PROCEED"))
                .body("ceiling", equalTo("EMERGENCY"))
                .body("nextQuestions[0].id", startsWith("ces."))
                .body("nextQuestions[0].mode", equalTo("ASK"))
                .extract()
                .jsonPath();

        Api.patch(anne, started.getString("id"), "\"1\"", Map.of("ces.saddleNumbness", "YES"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("DECIDED"))
                .body("outcome", equalTo("EMERGENCY"))
                .body("redFlags.code", contains("SADDLE_NUMBNESS"))
                .body("advice.call.tel", hasItem("911"));
    }

    @Test
    void step_by_step_comes_to_the_same_decision_as_all_at_once() {
        ObjectNode answers = Api.answers("PROCEED_WITH_ADJUSTMENTS");
        JsonPath screening = Api.start(anne, Api.none()).extract().jsonPath();
        String id = screening.getString("id");
        while (!screening.getList("nextQuestions").isEmpty()) {
            String next = screening.getString("nextQuestions[0].id");
            screening = Api.patch(anne, id, "\"" + screening.getInt("version") + "\"", Map.of(next, answers.get(next)))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }

        Api.submit(anne, id)
                .statusCode(200)
                .body("outcome", equalTo("PROCEED_WITH_ADJUSTMENTS"))
                .body("status", equalTo("DECIDED"))
                .body("painPicture.missing", hasItem("pain.startsAt"));
    }

    @Test
    void an_evening_is_one_day_although_it_is_two_in_greenwich() {
        TestClock.advanceTo(LocalTime.of(23, 59));
        Api.screen(anne, Api.answers("EMERGENCY")).body("outcome", equalTo("EMERGENCY"));
        TestClock.advance(Duration.ofMinutes(2));

        Api.screen(anne, Api.answers("PROCEED").put("assessment.daysAgo", 0))
                .body("answers.'assessment.daysAgo'.value", equalTo(0))
                .body("reasons.code", hasItem("RETRACTED_RED_FLAG"));

        TestClock.advanceTo(LocalTime.of(7, 0));
        Api.screen(anne, Api.answers("PROCEED").put("assessment.daysAgo", 0)).body("outcome", equalTo("PROCEED"));
    }

    @Test
    void it_says_what_would_open_booking() {
        Api.screen(anne, Api.answers("ASSESSMENT_FIRST"))
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("wouldChange[0].changes.questionId", contains("assessment.doneByGpOrPhysio"))
                .body("wouldChange[0].text", startsWith("You could book if a GP or physiotherapist"));
    }

    @Test
    void it_says_so_before_the_decision_is_asked_for_once_nothing_could_change_it() {
        String id = Api.start(anne, Api.answers("ASSESSMENT_FIRST"))
                .body("status", equalTo("OPEN"))
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("wouldChange[0].changes.questionId", contains("assessment.doneByGpOrPhysio"))
                .extract()
                .path("id");
        Api.get(anne, id).body("wouldChange[0].changes.questionId", contains("assessment.doneByGpOrPhysio"));

        Api.start(UUID.randomUUID(), Api.none())
                .body("outcome", equalTo("INCOMPLETE"))
                .body("wouldChange", empty());
    }

    @Test
    void whoever_was_assessed_already_is_told_to_be_assessed_again() {
        ObjectNode numb = Api.answers("PROCEED")
                .put("neuro.numbness", "LEFT")
                .put("neuro.onsetDays", 20)
                .put("neuro.trend", "STABLE");

        Api.screen(anne, numb)
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("wouldChange[0].changes.questionId", contains("assessment.daysAgo"))
                .body("wouldChange[0].changes[0].to", equalTo(0))
                .body("wouldChange[0].text", containsString("had assessed you again after today"));
    }

    @Test
    void a_person_under_age_comes_with_the_guardian_who_was_named() {
        ObjectNode body = Api.screening(Api.answers("PROCEED").put("age", 16), true);
        body.putObject("guardian").put("name", "Bea Roy").put("relationship", "mother");

        String id = Api.post(anne, body, UUID.randomUUID().toString())
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", contains("UNDER_AGE"))
                .body("guardian.name", equalTo("Bea Roy"))
                .body("guardian.relationship", equalTo("mother"))
                .body("advice.code", hasItem("ASK_GUARDIAN"))
                .body("advice.code", not(hasItem("SEE_GP_OR_PHYSIO")))
                .body("wouldChange[0].text", containsString("your parent or guardian agrees"))
                .body("wouldChange[0].text", not(containsString("doctor")))
                .extract()
                .path("id");

        Api.as(TestTokens.clinician(UUID.randomUUID()))
                .get("/v1/screenings/" + id)
                .then()
                .body("guardian.name", equalTo("Bea Roy"));
        Api.screen(UUID.randomUUID(), Api.answers("PROCEED")).body("guardian", nullValue());
    }

    @Test
    void where_nothing_may_be_worked_there_is_nothing_to_book() {
        ObjectNode answers = Api.answers("PROCEED");
        answers.putArray("skin.localProblemRegions")
                .add("LUMBAR")
                .add("BUTTOCK_R")
                .add("HIP_R");

        String id = Api.screen(anne, answers)
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", hasItem("NO_WORKABLE_REGION"))
                .body("plan", nullValue())
                .body("clearance", nullValue())
                .body(
                        "wouldChange[0].text",
                        equalTo("You could book if the skin were well again in one of these places."))
                .extract()
                .path("id");

        Api.as(TestTokens.clinician(UUID.randomUUID()))
                .get("/v1/screenings/" + id + "/replay")
                .then()
                .body("same", equalTo(true));
        String steps = Api.start(UUID.randomUUID(), answers).extract().path("outcome");
        assertThat(steps).isEqualTo("ASSESSMENT_FIRST");
    }

    @Test
    void a_clearance_asks_for_what_the_last_visit_it_may_be_used_for_needs() {
        ObjectNode pregnant = Api.answers("PROCEED").put("highRiskPregnancy", "NO");

        Api.screen(anne, pregnant.put("pregnantWeeks", 1))
                .body("adjustments.code", contains("NO_ABDOMINAL_WORK"))
                .body("clearance.requires.skills", hasItem("PRENATAL"));
        Api.screen(anne, pregnant.put("pregnantWeeks", 0))
                .body("clearance.requires.skills", contains("DEEP_GLUTEAL_TRIGGER_POINT", "TRIGGER_POINT"));
    }

    @Test
    void it_speaks_french() {
        Api.client(anne)
                .header("Accept-Language", "fr-CA")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Api.screening(Api.answers("EMERGENCY"), true).toString())
                .post("/v1/screenings")
                .then()
                .header("Content-Language", "fr-CA")
                .body("advice[0].text", containsString("911"))
                .body("reasons[0].evidence.find { it.id == 'S-52' }.says", startsWith("Une perte de contrôle"))
                .body("outcomeText", equalTo("Allez à l’urgence maintenant"));
    }

    @Test
    void a_decided_screening_is_closed() {
        String id = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");

        Api.patch(anne, id, "\"1\"", Map.of("age", 41)).statusCode(409).body("code", equalTo("screening-decided"));
        Api.submit(anne, id).statusCode(409).body("code", equalTo("screening-decided"));
    }

    @Test
    void an_edit_needs_the_newest_version() {
        String id = Api.start(anne, Api.none()).extract().path("id");

        Api.client(anne)
                .body(Map.of("age", 41))
                .patch("/v1/screenings/" + id + "/answers")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        Api.patch(anne, id, "\"1\"", Map.of("age", 41)).statusCode(200).body("answers.age.value", equalTo(41));
        Api.patch(anne, id, "\"1\"", Map.of("age", 42)).statusCode(412).body("code", equalTo("precondition-failed"));
    }

    @Test
    void somebody_elses_screening_does_not_exist() {
        String id = Api.start(anne, Api.none()).extract().path("id");
        UUID bruno = UUID.randomUUID();

        Api.get(bruno, id).statusCode(404).body("code", equalTo("not-found"));
        Api.patch(bruno, id, "\"1\"", Map.of("age", 41)).statusCode(404);
        Api.submit(bruno, id).statusCode(404);
        Api.get(anne, UUID.randomUUID().toString()).statusCode(404);
        Api.as(TestTokens.clinician(bruno)).get("/v1/screenings/" + id).then().statusCode(200);
    }

    @Test
    void the_same_request_twice_is_one_decision_and_one_event() {
        String key = UUID.randomUUID().toString();
        ObjectNode body = Api.screening(Api.answers("EMERGENCY"), true);
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            String id = Api.post(anne, body, key).statusCode(201).extract().path("id");

            Api.post(anne, body, key)
                    .statusCode(201)
                    .header("Idempotency-Replayed", "true")
                    .body("id", equalTo(id));
            Api.post(anne, Api.screening(Api.none(), true), key)
                    .statusCode(422)
                    .body("code", equalTo("idempotency-key-reused"));

            awaitCompletion(probe, Api.screen(anne, Api.answers("EMERGENCY")));
            assertThat(typesAbout(anne, probe))
                    .containsExactly(
                            "red-flag-detected", "screening-completed", "red-flag-detected", "screening-completed");
        }
    }

    @Test
    void of_two_submissions_at_once_one_decides() throws Exception {
        String id = Api.start(anne, Api.answers("PROCEED"))
                .body("status", equalTo("OPEN"))
                .extract()
                .path("id");
        Callable<Integer> submission = () -> Api.submit(anne, id).extract().statusCode();
        List<Integer> codes = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> one : both.invokeAll(List.of(submission, submission))) {
                codes.add(one.get());
            }
        }

        assertThat(codes).containsExactlyInAnyOrder(200, 409);
        try (EventProbe probe = EventProbe.fromBeginning(TOPIC)) {
            probe.await(event -> isAbout(anne, event));
            assertThat(typesAbout(anne, probe)).containsExactly("screening-completed");
        }
    }

    @Test
    void a_partner_screens_on_behalf_of_a_person_and_nobody_else_does() {
        UUID partner = UUID.randomUUID();
        ObjectNode body = Api.screening(Api.answers("PROCEED"), true).put("onBehalfOf", anne.toString());

        Api.as(TestTokens.partner(partner))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body.toString())
                .post("/v1/screenings")
                .then()
                .statusCode(201)
                .body("clientId", equalTo(anne.toString()));
        Api.post(UUID.randomUUID(), body, UUID.randomUUID().toString()).statusCode(403);
    }

    @Test
    void the_list_pages_the_newest_first() {
        for (int i = 0; i < 22; i++) {
            Api.start(anne, Api.none().put("age", 20 + i));
            TestClock.advance(Duration.ofSeconds(1));
        }

        ValidatableResponse first =
                Api.client(anne).get("/v1/screenings?status=OPEN").then();
        first.body("items", hasSize(20)).body("items[0].answers.age.value", equalTo(41));
        String next = first.extract().path("next");

        Api.client(anne)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
        Api.client(anne).get("/v1/screenings?status=DECIDED").then().body("items", empty());
        Api.client(anne).get("/v1/screenings?status=LOST").then().statusCode(422);
        Api.client(anne).get("/v1/screenings?cursor=x").then().statusCode(422);
    }

    @Test
    void the_published_api_is_current() {
        PublishedOpenApi.mustBeCurrent("triage-service");
    }

    @Test
    void what_was_told_before_an_emergency_is_in_its_export_and_letter() {
        ObjectNode answers =
                Api.none().put("ces.bladderControlLossOrChange", "YES").put("highRiskPregnancy", "YES");
        String id = Api.screen(anne, answers)
                .body("outcome", equalTo("EMERGENCY"))
                .extract()
                .path("id");

        Api.client(anne)
                .get("/v1/screenings/" + id + "/fhir")
                .then()
                .statusCode(200)
                .body(containsString("highRiskPregnancy"));
        Api.client(anne)
                .get("/v1/screenings/" + id + "/letter")
                .then()
                .statusCode(200)
                .body(containsString("High-risk pregnancy"));
    }

    @Test
    void beside_a_reason_to_stop_nothing_sounds_like_a_massage() {
        ObjectNode answers = Api.answers("EMERGENCY").put("gen.anticoagulantOrBleedingDisorder", "YES");

        Api.screen(anne, answers)
                .body(
                        "reasons.find { it.code == 'NO_FIRM_OR_DEEP_PRESSURE' }.text",
                        startsWith("If massage becomes possible for you: "))
                .body("adjustments[0].text", startsWith("If massage becomes possible for you: "))
                .body("wouldChange[0].text", startsWith("Please be seen first."));
    }

    @Test
    void what_would_clear_is_no_clearance_before_it_is_sent() {
        Api.start(anne, Api.answers("PROCEED"))
                .body("outcome", equalTo("PROCEED"))
                .body("nextQuestions", empty())
                .body("outcomeText", containsString("send your answers"))
                .body("clearance", nullValue());
    }

    @Test
    void a_decision_that_holds_no_longer_says_so() {
        String id = Api.screen(anne, Api.answers("PROCEED"))
                .body("outcomeText", equalTo("You can book"))
                .extract()
                .path("id");
        TestClock.advance(Duration.ofDays(7).plusSeconds(1));

        Api.get(anne, id)
                .body("outcome", equalTo("PROCEED"))
                .body("clearance", nullValue())
                .body("outcomeText", containsString("no longer holds"));
    }

    @Test
    void what_cannot_be_seen_goes_into_no_export() {
        ObjectNode answers =
                Api.answers("PROCEED").put("highRiskPregnancy", "NO").put("pregnantWeeks", 0);
        String id = Api.screen(anne, answers).extract().path("id");

        Api.client(anne)
                .get("/v1/screenings/" + id + "/fhir")
                .then()
                .statusCode(200)
                .body(containsString("pregnantWeeks"))
                .body(not(containsString("highRiskPregnancy")));
    }

    @Test
    void both_languages_come_to_the_same_decision() {
        List<String> decisions = new ArrayList<>();
        for (String language : List.of("en-CA", "fr-CA")) {
            JsonPath screening = Api.client(UUID.randomUUID())
                    .header("Idempotency-Key", UUID.randomUUID())
                    .header("Accept-Language", language)
                    .body(Api.screening(Api.answers("PROCEED_WITH_ADJUSTMENTS"), true)
                            .toString())
                    .post("/v1/screenings")
                    .then()
                    .header("Content-Language", language)
                    .extract()
                    .jsonPath();
            decisions.add(String.join(
                    " ",
                    screening.getString("outcome"),
                    screening.getString("reasons.code"),
                    screening.getString("adjustments.code"),
                    screening.getString("plan.steps.muscle"),
                    screening.getString("clearance.requires")));
        }

        assertThat(decisions.getFirst()).isEqualTo(decisions.getLast()).contains("PROCEED_WITH_ADJUSTMENTS");
    }
}
