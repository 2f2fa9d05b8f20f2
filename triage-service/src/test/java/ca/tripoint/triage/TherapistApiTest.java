package ca.tripoint.triage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
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

    private Session booked(String screening, Duration untilStart) {
        return BookingService.confirmed(anne, maude, screening, untilStart);
    }

    private ValidatableResponse briefing(String screening) {
        return Api.briefing(therapist, screening);
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
        BookingService.calledOff(next);
        briefing(screening).statusCode(404);
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
}
