package ca.tripoint.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.PublishedOpenApi;
import ca.tripoint.testkit.ReceivedEvent;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class ScreeningApiTest {
    private static final String TOPIC = "triage.screenings";

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
    void a_critical_question_without_an_answer_is_asked_once_more_in_plainer_words() {
        ObjectNode answers = Api.answers("PROCEED").put("ces.bowelControlLoss", "UNKNOWN");
        String id = Api.start(anne, answers)
                .body("status", equalTo("OPEN"))
                .body("nextQuestions.id", contains("ces.bowelControlLoss"))
                .body("nextQuestions[0].mode", equalTo("REASK"))
                .body("nextQuestions[0].text", containsString("stool"))
                .extract()
                .path("id");

        Api.patch(anne, id, "\"1\"", Map.of("ces.bowelControlLoss", "DECLINED"))
                .body("nextQuestions", empty())
                .body("floor", equalTo("URGENT_ASSESSMENT"));
        Api.submit(anne, id)
                .body("outcome", equalTo("URGENT_ASSESSMENT"))
                .body("redFlags", empty())
                .body("reasons.code", hasItem("UNRESOLVED_RED_FLAG_QUESTION"));
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
    void not_knowing_can_be_resolved_while_it_is_asked_once_more_and_not_after_it_was_the_last_word() {
        ObjectNode unsure = Api.answers("PROCEED").put("ces.saddleNumbness", "UNKNOWN");
        UUID bruno = UUID.randomUUID();
        String first = Api.start(anne, unsure)
                .body("nextQuestions[0].mode", equalTo("REASK"))
                .extract()
                .path("id");
        Api.patch(anne, first, "\"1\"", Map.of("ces.saddleNumbness", "NO")).statusCode(200);
        Api.submit(anne, first).body("outcome", equalTo("PROCEED"));

        String second = Api.start(bruno, unsure).extract().path("id");
        Api.patch(bruno, second, "\"1\"", Map.of("ces.saddleNumbness", "UNKNOWN"))
                .body("floor", equalTo("URGENT_ASSESSMENT"));
        Api.patch(bruno, second, "\"2\"", Map.of("ces.saddleNumbness", "NO")).statusCode(200);

        Api.submit(bruno, second)
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", hasItem("RETRACTED_RED_FLAG"));
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
    void a_flag_of_an_earlier_screening_is_remembered_until_an_assessment_after_that_day() {
        Api.screen(anne, Api.answers("EMERGENCY")).body("outcome", equalTo("EMERGENCY"));

        Api.screen(anne, Api.answers("PROCEED")).body("reasons.code", hasItem("RETRACTED_RED_FLAG"));
        TestClock.advance(Duration.ofDays(2));

        Api.screen(anne, Api.answers("PROCEED").put("assessment.daysAgo", 1)).body("outcome", equalTo("PROCEED"));
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
                .body("wouldChange[0].text", containsString("had assessed you again, after today"));
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
    void what_somebody_does_not_know_is_named_and_not_counted_as_told() {
        ObjectNode answers = Api.answers("PROCEED")
                .put("skin.localProblemRegions", "UNKNOWN")
                .put("imaging.done", "UNKNOWN");

        Api.screen(anne, answers)
                .body("outcome", equalTo("PROCEED_WITH_ADJUSTMENTS"))
                .body(
                        "reasons.find { it.rule == 'AVOID_REGION' }.text",
                        startsWith("Your therapist will look at the skin"))
                .body("adjustments.text", hasItem(startsWith("Your therapist will look at the skin")))
                .body("painPicture.complete", equalTo(5))
                .body("painPicture.missing", contains("imaging.done"));
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
    void nothing_is_stored_without_consent() {
        ObjectNode body = Api.screening(Api.answers("PROCEED"), true);
        body.remove("consent");
        String key = UUID.randomUUID().toString();

        Api.post(anne, body, key).statusCode(422).body("code", equalTo("consent-required"));

        Api.client(anne).get("/v1/screenings").then().body("items", empty());
        body.putObject("consent").put("healthIntake", "v0");
        Api.post(anne, body, key).statusCode(422).body("code", equalTo("consent-required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gen.fevre|\"YES\"|unknown-question|unknown-question",
                "gen.fever|\"MAYBE\"|invalid-answer|unknown-code",
                "gen.fever|true|invalid-answer|not-a-code",
                "age|-1|invalid-answer|out-of-range",
                "age|121|invalid-answer|out-of-range",
                "age|99999999999|invalid-answer|out-of-range",
                "age|40.5|invalid-answer|not-a-whole-number",
                "age|\"40\"|invalid-answer|not-a-whole-number",
                "age|\"UNKNOWN\"|invalid-answer|unknown-not-accepted",
                "pain.severity|11|invalid-answer|out-of-range",
                "pain.regions|[]|invalid-answer|empty-list",
                "pain.regions|[\"BUTTOCK\"]|invalid-answer|unknown-code",
                "pain.regions|\"LUMBAR\"|invalid-answer|not-a-list",
                "pain.episodeDays|-1|invalid-answer|out-of-range",
                "notes|5|invalid-answer|not-text",
                "notes|\"a\\u0000b\"|invalid-answer|bad-characters",
                "notes|\"a\\ud800b\"|invalid-answer|bad-characters"
            })
    void a_bad_answer_names_its_question_and_nothing_is_stored(
            String question, String value, String code, String fault) {
        String body = """
                {"answers": {"%s": %s}, "consent": {"healthIntake": "v1"}}""".formatted(question, value);

        Api.post(anne, body, UUID.randomUUID().toString())
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].questionId", equalTo(question))
                .body("errors[0].code", equalTo(fault));

        Api.client(anne).get("/v1/screenings").then().body("items", empty());
    }

    @Test
    void ten_thousand_characters_of_notes_are_too_many() {
        Api.start(anne, Api.none().put("notes", "x".repeat(10_000)))
                .statusCode(422)
                .body("errors[0].questionId", equalTo("notes"))
                .body("errors[0].code", equalTo("too-long"));
    }

    @Test
    void answers_to_another_version_of_the_questionnaire_are_refused() {
        ObjectNode body = Api.screening(Api.none(), false).put("rulesetVersion", "2020.1.1");

        Api.post(anne, body, UUID.randomUUID().toString()).statusCode(409).body("code", equalTo("ruleset-superseded"));
    }

    @Test
    void of_what_is_refused_nothing_is_stored_and_nobody_is_told() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            ObjectNode flagged = Api.answers("EMERGENCY");
            Api.screen(anne, flagged.deepCopy().put("ces.bladder", "YES")).statusCode(422);
            Api.screen(anne, flagged.deepCopy().put("age", 400)).statusCode(422);
            Api.screen(anne, flagged.deepCopy().put("notes", "x".repeat(10_000)))
                    .statusCode(422);
            Api.post(anne, Api.screening(flagged, true).put("rulesetVersion", "2020.1.1"), "key")
                    .statusCode(409);
            Api.client(anne).get("/v1/screenings").then().body("items", empty());

            awaitCompletion(probe, Api.screen(anne, Api.answers("PROCEED")));
            assertThat(typesAbout(anne, probe)).containsExactly("screening-completed");
        }
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
    void null_clears_an_answer() {
        String id = Api.start(anne, Api.none().put("age", 40)).extract().path("id");

        Api.client(anne)
                .header("If-Match", "\"1\"")
                .body("{\"age\": null}")
                .patch("/v1/screenings/" + id + "/answers")
                .then()
                .statusCode(200)
                .body("answers.age", nullValue());
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
    void what_is_stable_is_carried_over_to_be_confirmed() {
        String earlier = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        ObjectNode body = Api.screening(Api.none(), true).put("basedOn", earlier);

        Api.post(anne, body, UUID.randomUUID().toString())
                .statusCode(201)
                .body("answers.age.value", equalTo(40))
                .body("answers.age.source", equalTo("CARRIED_OVER"))
                .body("answers.'pain.severity'", nullValue())
                .body("outcome", equalTo("INCOMPLETE"))
                .body("nextQuestions.id", hasItem("age"));
        Api.post(UUID.randomUUID(), body, UUID.randomUUID().toString()).statusCode(404);
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
    void words_in_a_note_ask_a_question_again_and_only_raise() {
        ObjectNode answers = Api.answers("PROCEED").put("notes", "Since Monday I have wet myself twice.");
        String id = Api.screen(anne, answers)
                .body("outcome", equalTo("INCOMPLETE"))
                .body("status", equalTo("OPEN"))
                .body("contradictions.code", contains("NOTES_MENTION"))
                .body("nextQuestions.id", contains("ces.bladderControlLossOrChange"))
                .body("nextQuestions[0].mode", equalTo("CLARIFY"))
                .extract()
                .path("id");
        TestClock.advance(Duration.ofMinutes(1));

        Api.patch(anne, id, "\"1\"", Map.of("ces.bladderControlLossOrChange", "NO"))
                .body("contradictions", empty());

        Api.submit(anne, id).body("outcome", equalTo("PROCEED"));
    }

    @Test
    void the_questionnaire_reads_in_both_languages() {
        Api.client(anne)
                .get("/v1/questionnaires/sciatica-ca")
                .then()
                .statusCode(200)
                .body("version", notNullValue())
                .body("sha256.length()", equalTo(64))
                .body("clinicallyApproved", equalTo(false))
                .body("questions.id", hasItems("age", "ces.saddleNumbness", "highRiskPregnancy"))
                .body("questions.find { it.id == 'neuro.onsetDays' }.visibleWhen.any", hasSize(3))
                .body("questions.find { it.id == 'age' }.allowUnknown", equalTo(false))
                .body("glossary.code", hasItems("TRIGGER_POINT", "REFERRED_PAIN", "TRUE_SCIATICA"))
                .body("glossary.find { it.code == 'TRIGGER_POINT' }.text", containsString("hurts when pressed"));
        Api.client(anne)
                .header("Accept-Language", "fr")
                .get("/v1/questionnaires/sciatica-ca")
                .then()
                .body("questions[0].text", equalTo("Quel âge avez-vous?"));
        Api.client(anne).get("/v1/questionnaires/knee").then().statusCode(404);
        Api.client(anne).get("/v1/muscles").then().statusCode(200).body("items", hasSize(6));
        Api.client(anne)
                .get("/v1/regions")
                .then()
                .statusCode(200)
                .body("items", hasSize(21))
                .body("items.find { it.code == 'OUTER_HIP_L' }.paths.view", contains("FRONT", "BACK"))
                .body("svg.BACK", containsString("data-region=\"BUTTOCK_R\""))
                .body("svg.FRONT", containsString("data-region=\"GROIN_L\""));
        RestAssured.get("/v1/muscles").then().statusCode(401);
    }

    @Test
    void the_published_api_is_current() {
        PublishedOpenApi.mustBeCurrent("triage-service");
    }

    /** What had been told before of the same person has arrived then. */
    private static void awaitCompletion(EventProbe probe, ValidatableResponse screening) {
        String id = screening.extract().path("id");
        probe.await(event -> event.type().equals("screening-completed")
                && event.value().path("screeningId").asText().equals(id));
    }

    private static boolean isAbout(UUID person, ReceivedEvent event) {
        return person.toString().equals(event.key());
    }

    private static List<String> typesAbout(UUID person, EventProbe probe) {
        return probe.received().stream()
                .filter(event -> isAbout(person, event))
                .map(ReceivedEvent::type)
                .toList();
    }

    @Test
    void a_submission_that_decides_nothing_is_not_the_last_word() {
        ObjectNode answers = Api.none().put("age", 40).put("neuro.numbness", "UNKNOWN");

        String id = Api.screen(anne, answers)
                .body("status", equalTo("OPEN"))
                .body("floor", equalTo("PROCEED"))
                .body("nextQuestions.find { it.id == 'neuro.numbness' }.mode", equalTo("REASK"))
                .extract()
                .path("id");
        Api.patch(anne, id, "*", Api.map(Api.answers("PROCEED"))).statusCode(200);

        Api.submit(anne, id).body("outcome", equalTo("PROCEED")).body("humanReview", equalTo(false));
    }

    @Test
    void the_plainer_question_after_such_a_submission_is_the_last() {
        ObjectNode answers = Api.answers("PROCEED").put("neuro.numbness", "UNKNOWN");
        answers.remove("ces.saddleNumbness");
        String id = Api.screen(anne, answers)
                .body("nextQuestions.find { it.id == 'neuro.numbness' }.mode", equalTo("REASK"))
                .extract()
                .path("id");

        later(id, 1, Map.of("neuro.numbness", "UNKNOWN"))
                .body("nextQuestions.id", not(hasItem("neuro.numbness")))
                .body("floor", equalTo("URGENT_ASSESSMENT"));
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
    void at_most_a_hundred_faults_are_named() {
        ObjectNode answers = Api.none();
        for (int i = 0; i < 1_000; i++) {
            answers.put("question" + i, "YES");
        }

        Api.start(anne, answers).statusCode(422).body("errors", hasSize(100));
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

    @Test
    void answers_older_than_a_clearance_is_valid_are_asked_again() {
        ObjectNode answers = Api.answers("PROCEED").put("age", 18).put("visit.province", "BC");
        answers.putArray("skin.localProblemRegions").add("LUMBAR");
        answers.remove("pain.severity");
        String id = Api.start(anne, answers).extract().path("id");
        TestClock.advance(Duration.ofDays(7).plusMinutes(1));

        Api.get(anne, id)
                .body("answers.age.source", equalTo("OUTDATED"))
                .body("nextQuestions.id", hasItem("ces.saddleNumbness"));
        Api.submit(anne, id)
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("outcome", equalTo("INCOMPLETE"))
                .body("clearance", nullValue());

        JsonPath asked = answeringWhatIsAsked(id, answers.put("pain.severity", 4));

        assertThat(asked.getList("reasons.code"))
                .as("what is not asked anew goes on binding")
                .contains("UNDER_AGE", "AVOID_REGION");
    }

    private JsonPath answeringWhatIsAsked(String id, ObjectNode answers) {
        JsonPath screening = Api.get(anne, id).extract().jsonPath();
        while (!screening.getList("nextQuestions").isEmpty()) {
            String next = screening.getString("nextQuestions[0].id");
            screening = later(id, screening.getInt("version"), Map.of(next, answers.get(next)))
                    .extract()
                    .jsonPath();
        }
        return screening;
    }

    @Test
    void a_warning_sign_told_long_ago_is_still_read_by_a_clinician() {
        String id =
                Api.start(anne, Api.none().put("gen.fever", "YES")).extract().path("id");
        String clinician = TestTokens.clinician(UUID.randomUUID());
        TestClock.advance(Duration.ofDays(7).plusMinutes(1));
        Api.get(anne, id).body("redFlags", empty());

        later(id, 1, Map.of("age", 40)).body("redFlags", empty());
        Api.submit(anne, id).body("status", equalTo("OPEN"));

        Api.read(clinician, "/v1/screenings/" + id).body("redFlags.code", contains("FEVER_WITH_BACK_PAIN"));
        Object review = Api.waiting(clinician).stream()
                .filter(waiting -> id.equals(waiting.get("screeningId")))
                .findFirst()
                .orElseThrow()
                .get("id");
        Api.read(clinician, "/v1/reviews/" + review)
                .body("redFlags.code", contains("FEVER_WITH_BACK_PAIN"))
                .body("toldBefore.code", contains("FEVER_WITH_BACK_PAIN"));
        Api.read(TestTokens.clinician(anne), "/v1/screenings/" + id).body("redFlags", empty());
    }

    @Test
    void a_warning_sign_told_anew_is_told_anew() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            String id = Api.start(anne, Api.none().put("gen.fever", "YES"))
                    .extract()
                    .path("id");
            TestClock.advance(Duration.ofDays(7).plusMinutes(1));
            later(id, 1, Map.of("gen.fever", "YES")).body("redFlags.code", contains("FEVER_WITH_BACK_PAIN"));
            later(id, 2, Map.of("age", 40));

            awaitCompletion(probe, Api.screen(anne, Api.answers("EMERGENCY")));
            assertThat(typesAbout(anne, probe))
                    .containsExactly(
                            "red-flag-detected", "red-flag-detected", "red-flag-detected", "screening-completed");
        }
    }

    @Test
    void what_does_not_fit_is_asked_once_more_and_then_believed() {
        String id = Api.start(anne, Api.answers("PROCEED")).extract().path("id");
        later(id, 1, Map.of("trauma.kind", "MINOR", "trauma.daysAgo", 3));
        later(id, 2, Map.of("trauma.kind", "NONE"))
                .body("contradictions.code", contains("TRAUMA_DAYS_WITHOUT_TRAUMA"))
                .body("nextQuestions[0].mode", equalTo("CLARIFY"));

        later(id, 3, Map.of("trauma.kind", "NONE"))
                .body("contradictions", empty())
                .body("answers.'trauma.daysAgo'", nullValue());
    }

    @Test
    void of_several_questions_each_is_answered_once_more() {
        String id = Api.start(anne, Api.answers("PROCEED")).extract().path("id");
        later(id, 1, Map.of("neuro.numbness", "LEFT", "neuro.onsetDays", 30, "neuro.trend", "STABLE"));
        later(id, 2, Map.of("neuro.numbness", "NONE"))
                .body("contradictions.code", contains("NEURO_DETAILS_WITHOUT_SIGN"));

        later(id, 3, Map.of("neuro.weakness", "NONE")).body("contradictions", hasSize(1));
        later(id, 4, Map.of("neuro.tingling", "NONE"))
                .body("contradictions", empty())
                .body("answers.'neuro.onsetDays'", nullValue());
    }

    @Test
    void of_two_that_do_not_fit_the_other_may_be_true() {
        String id = Api.start(anne, Api.answers("PROCEED")).extract().path("id");
        later(id, 1, Map.of("trauma.daysAgo", 3)).body("contradictions", hasSize(1));

        later(id, 2, Map.of("trauma.kind", "MINOR"))
                .body("contradictions", empty())
                .body("answers.'trauma.daysAgo'.value", equalTo(3));
    }

    private ValidatableResponse later(String id, int version, Map<String, Object> answers) {
        TestClock.advance(Duration.ofSeconds(1));
        return Api.patch(anne, id, "\"" + version + "\"", answers).statusCode(200);
    }
}
