package ca.tripoint.triage;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.contracts.SessionEvent.SessionBooked;
import ca.tripoint.contracts.SessionEvent.SessionCancelled;
import ca.tripoint.testkit.EventProducer;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class TherapistApiTest {
    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final String therapist = TestTokens.therapist(maude);

    private Session session(String screening, Duration untilStart) {
        Instant start = TestClock.now().plus(untilStart);
        Instant end = start.plus(Duration.ofHours(1));
        return new Session(
                UUID.randomUUID(),
                2,
                anne,
                maude,
                null,
                UUID.fromString(screening),
                null,
                start,
                end,
                "America/Toronto",
                start,
                end);
    }

    private static void tell(String type, Session session, Object event) {
        try (EventProducer producer = EventProducer.open()) {
            producer.publish("booking.sessions", session.bookingId(), "/booking-service", type, event);
        }
    }

    private Session booked(String screening, Duration untilStart) {
        Session session = session(screening, untilStart);
        tell("session-booked", session, new SessionBooked(session, TestClock.now()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> briefing(screening).extract().statusCode() == 200);
        return session;
    }

    private ValidatableResponse briefing(String screening) {
        return Api.as(therapist)
                .get("/v1/screenings/" + screening + "/briefing")
                .then();
    }

    private ValidatableResponse findings(String screening, Session session, boolean improved) {
        return Api.as(therapist)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"bookingId": "%s", "improved": %s, "findings": [{"muscle": "GLUTEUS_MINIMUS", "side": "RIGHT",
                         "tender": true, "familiarPainReproduced": true, "referredPainReducedDuringHold": true,
                         "holdSeconds": 40}]}""".formatted(session.bookingId(), improved))
                .post("/v1/screenings/" + screening + "/findings")
                .then();
    }

    private ValidatableResponse reconfirm(String screening, Object bookingId, boolean changes) {
        return Api.client(anne)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("bookingId", bookingId, "changes", changes, "health", false, "events", false))
                .post("/v1/screenings/" + screening + "/reconfirmations")
                .then();
    }

    @Test
    void the_briefing_opens_with_the_confirmation_for_the_assigned_therapist_alone() {
        ObjectNode answers = Api.answers("PROCEED_WITH_ADJUSTMENTS")
                .put("selfcare.foamRolling", "UNKNOWN")
                .put("imaging.done", "YES")
                .put("pain.startsAt", "UNKNOWN")
                .put("notes", "My dog barks but does not bite");
        answers.remove("skin.localProblemRegions");
        String screening = Api.screen(anne, answers).extract().path("id");
        briefing(screening).statusCode(404);

        Session session = booked(screening, Duration.ofDays(3));

        briefing(screening)
                .body("bookingId", equalTo(session.bookingId().toString()))
                .body("adjustments.code", contains("NO_DEEP_PRESSURE_OVER_SCIATIC_NERVE"))
                .body("plan.find { it.muscle == 'PIRIFORMIS' }.pressure", equalTo("moderate"))
                .body("plan.find { it.muscle == 'PIRIFORMIS' }.holdToSeconds", equalTo(20))
                .body("sixItems", equalTo(5))
                .body("notAnswered", contains("Province of the visit", "Kind of imaging", "Skin problems"))
                .body("answers.label", hasItems("Severity, 0 to 10", "Where it hurts"))
                .body("answers.value", hasItem("My dog barks but does not bite"))
                .body("guardian", nullValue())
                .body("consent.written", equalTo("ONCE_PER_PLAN"));
        Api.as(TestTokens.therapist(UUID.randomUUID()))
                .get("/v1/screenings/" + screening + "/briefing")
                .then()
                .statusCode(404);
        Api.client(anne).get("/v1/screenings/" + screening + "/briefing").then().statusCode(403);
    }

    @Test
    void the_briefing_closes_a_week_after_the_visit_and_with_its_cancellation() {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        Session session = booked(screening, Duration.ofHours(2));
        TestClock.advance(Duration.ofHours(3).plus(Duration.ofDays(7)).minusMinutes(1));
        briefing(screening).statusCode(200);
        TestClock.advance(Duration.ofMinutes(1));
        briefing(screening).statusCode(404);

        Session next = booked(screening, Duration.ofDays(1));
        Session cancelled = new Session(
                next.bookingId(),
                3,
                anne,
                maude,
                null,
                next.screeningId(),
                next.offerId(),
                next.start(),
                next.end(),
                next.zone(),
                next.busyFrom(),
                next.busyTo());
        tell("session-cancelled", cancelled, new SessionCancelled(cancelled, CancelledBy.CLIENT, TestClock.now()));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> briefing(screening).extract().statusCode() == 404);
    }

    @Test
    void a_pregnancy_is_counted_at_the_visit() {
        ObjectNode answers = Api.answers("PROCEED").put("pregnantWeeks", 12).put("highRiskPregnancy", "NO");
        String screening = Api.screen(anne, answers)
                .body("adjustments.code", contains("NO_ABDOMINAL_WORK"))
                .body("clearance.requires.skills", hasItem("PRENATAL"))
                .extract()
                .path("id");

        booked(screening, Duration.ofDays(8));

        briefing(screening)
                .body("adjustments.code", hasItem("SIDE_LYING_NOT_PRONE"))
                .body("plan.position", not(hasItem("lying on your front")));
    }

    @Test
    void findings_weigh_in_the_next_plan() {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        int before =
                Api.get(anne, screening).extract().path("plan.muscles.find { it.muscle == 'GLUTEUS_MINIMUS' }.score");
        Session session = booked(screening, Duration.ofHours(1));
        findings(screening, session, true).statusCode(409).body("code", equalTo("visit-not-begun"));
        TestClock.advance(Duration.ofHours(2));

        findings(screening, session, true)
                .statusCode(201)
                .body("sessions", equalTo(1))
                .body("screenAgain", equalTo(false));
        findings(screening, session, true).statusCode(409).body("code", equalTo("findings-recorded"));

        Api.screen(anne, Api.answers("PROCEED"))
                .body("plan.muscles.find { it.muscle == 'GLUTEUS_MINIMUS' }.score", greaterThan(before));
    }

    @Test
    void three_sessions_without_improvement_take_the_clearance_back() {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        for (int i = 1; i <= 3; i++) {
            Api.get(anne, screening).body("clearance", notNullValue());
            Session session = booked(screening, Duration.ofHours(1));
            TestClock.advance(Duration.ofHours(2));
            findings(screening, session, false).statusCode(201).body("noImprovement", equalTo(i == 3));
        }

        Api.get(anne, screening).body("clearance", nullValue());
        Api.screen(anne, Api.answers("PROCEED"))
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", hasItem("NO_IMPROVEMENT"));
    }

    @Test
    void after_an_assessment_the_count_of_sessions_without_improvement_begins_anew() {
        String before = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        for (int i = 1; i <= 3; i++) {
            sessionWithoutImprovement(before).body("noImprovement", equalTo(i == 3));
        }
        TestClock.advance(Duration.ofDays(2));
        TestClock.advanceTo(LocalTime.of(16, 0));
        String after = Api.screen(anne, Api.answers("PROCEED").put("assessment.daysAgo", 1))
                .body("outcome", equalTo("PROCEED"))
                .extract()
                .path("id");

        for (int i = 1; i <= 2; i++) {
            sessionWithoutImprovement(after).body("noImprovement", equalTo(false));
            Api.get(anne, after).body("clearance", notNullValue());
        }

        sessionWithoutImprovement(after).body("noImprovement", equalTo(true));
        Api.get(anne, after).body("clearance", nullValue());
        Api.screen(anne, Api.answers("PROCEED").put("assessment.daysAgo", 1))
                .body("reasons.code", hasItem("NO_IMPROVEMENT"));
    }

    private ValidatableResponse sessionWithoutImprovement(String screening) {
        Session session = booked(screening, Duration.ofHours(1));
        TestClock.advance(Duration.ofHours(2));
        return findings(screening, session, false).statusCode(201);
    }

    @Test
    void what_a_therapist_sends_is_checked() {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        Session session = booked(screening, Duration.ofHours(1));

        Api.as(therapist)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"bookingId": "%s", "improved": true, "findings": [{"muscle": "BICEPS", "side": "LEFT",
                         "tender": true, "familiarPainReproduced": false, "referredPainReducedDuringHold": false,
                         "holdSeconds": 0}]}""".formatted(session.bookingId()))
                .post("/v1/screenings/" + screening + "/findings")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("findings[0].muscle"));
        Api.as(TestTokens.therapist(UUID.randomUUID()))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("bookingId", session.bookingId(), "improved", true))
                .post("/v1/screenings/" + screening + "/findings")
                .then()
                .statusCode(404);
    }

    @Test
    void the_three_questions_are_answered_within_a_day_of_the_visit() {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        Session session = booked(screening, Duration.ofHours(24).plusMinutes(1));
        reconfirm(screening, session.bookingId(), false)
                .statusCode(422)
                .body("code", equalTo("reconfirmation-too-early"));
        TestClock.advance(Duration.ofMinutes(1));

        reconfirm(screening, session.bookingId(), false)
                .statusCode(201)
                .body("confirmed", equalTo(true))
                .body("reopenedScreeningId", nullValue());
        Api.get(anne, screening).body("clearance", notNullValue());
    }

    @Test
    void a_yes_takes_the_clearance_back_and_reopens_the_screening() {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        Session session = booked(screening, Duration.ofHours(5));

        String reopened = reconfirm(screening, session.bookingId(), true)
                .statusCode(201)
                .body("confirmed", equalTo(false))
                .extract()
                .path("reopenedScreeningId");

        Api.get(anne, screening).body("clearance", nullValue());
        Api.get(anne, reopened).body("status", equalTo("OPEN")).body("answers.age.source", equalTo("CARRIED_OVER"));
        reconfirm(screening, UUID.randomUUID(), false).statusCode(404);
    }

    @Test
    void a_clinician_lifts_a_gate_with_a_reason() {
        String screening = Api.screen(anne, Api.answers("PROCEED").put("gen.cancerHistory", "YES"))
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("wouldChange[0].text", containsString("Cancer history"))
                .extract()
                .path("id");

        override(screening, "CANCER_HISTORY")
                .statusCode(201)
                .body("outcome", equalTo("PROCEED"))
                .body("clearance.token", notNullValue())
                .body("plan.muscles", not(empty()));

        Api.as(TestTokens.clinician(maude))
                .get("/v1/screenings/" + screening + "/replay")
                .then()
                .body("same", equalTo(true));
        override(screening, "BLADDER_CONTROL_LOSS").statusCode(422).body("code", equalTo("not-overridable"));
        Api.client(anne)
                .header("Idempotency-Key", "x")
                .body(Map.of("lifts", new String[] {"CANCER_HISTORY"}, "reason", "me"))
                .post("/v1/screenings/" + screening + "/overrides")
                .then()
                .statusCode(403);
    }

    @Test
    void a_red_flag_is_never_overridden_and_neither_is_what_is_outdated() {
        String urgent =
                Api.screen(anne, Api.answers("URGENT_ASSESSMENT")).extract().path("id");
        override(urgent, "NOT_ASSESSED").statusCode(409).body("code", equalTo("never-overridden"));

        UUID bruno = UUID.randomUUID();
        String first =
                Api.screen(bruno, Api.answers("ASSESSMENT_FIRST")).extract().path("id");
        TestClock.advance(Duration.ofMinutes(1));
        Api.screen(bruno, Api.answers("EMERGENCY"));
        override(first, "NOT_ASSESSED").statusCode(409).body("code", equalTo("screening-outdated"));
        String open = Api.start(UUID.randomUUID(), Api.none()).extract().path("id");
        override(open, "NOT_ASSESSED").statusCode(409).body("code", equalTo("screening-open"));
    }

    @Test
    void a_plan_of_nothing_is_not_lifted_into_a_booking() {
        ObjectNode answers = Api.answers("PROCEED");
        answers.putArray("skin.localProblemRegions")
                .add("LUMBAR")
                .add("BUTTOCK_R")
                .add("HIP_R");
        String screening = Api.screen(anne, answers).extract().path("id");

        override(screening, "NO_WORKABLE_REGION")
                .statusCode(422)
                .body("code", equalTo("not-overridable"))
                .body("errors[0].code", equalTo("nothing-to-work"));

        override(screening, "NO_WORKABLE_REGION", "AVOID_REGION")
                .statusCode(201)
                .body("outcome", equalTo("PROCEED"))
                .body("plan.muscles", not(empty()));
    }

    private ValidatableResponse override(String screening, String... codes) {
        return Api.as(TestTokens.clinician(maude))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("lifts", codes, "reason", "Oncologist agrees in writing"))
                .post("/v1/screenings/" + screening + "/overrides")
                .then();
    }
}
