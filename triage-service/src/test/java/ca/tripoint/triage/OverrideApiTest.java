package ca.tripoint.triage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class OverrideApiTest {
    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final String therapist = TestTokens.therapist(maude);
    private final String clinician = TestTokens.clinician(UUID.randomUUID());

    private String screened(ObjectNode answers) {
        return Api.screen(anne, answers).statusCode(201).extract().path("id");
    }

    private static ObjectNode cancerHistory() {
        return Api.answers("PROCEED").put("gen.cancerHistory", "YES");
    }

    @Test
    void a_report_on_the_same_day_forbids_overriding() {
        String screening = screened(cancerHistory());
        BookingService.confirmed(anne, maude, screening, Duration.ofHours(1));
        TestClock.advance(Duration.ofMinutes(1));
        Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(201);

        Api.override(clinician, screening, "CANCER_HISTORY")
                .statusCode(409)
                .body("code", equalTo("screening-outdated"));
    }

    @Test
    void what_a_therapist_saw_is_not_lifted_while_it_stands() {
        String first = screened(Api.answers("PROCEED"));
        BookingService.confirmed(anne, maude, first, Duration.ofHours(1));
        TestClock.advance(Duration.ofMinutes(1));
        Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(201);
        TestClock.advance(Duration.ofMinutes(1));

        String second = screened(cancerHistory());

        Api.override(clinician, second, "CANCER_HISTORY", "RETRACTED_RED_FLAG")
                .statusCode(409)
                .body("code", equalTo("never-overridden"));
        Api.override(clinician, second, "CANCER_HISTORY")
                .statusCode(201)
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", hasItem("RETRACTED_RED_FLAG"));
        TestClock.advance(Duration.ofDays(3));
        Api.screen(anne, Api.answers("PROCEED").put("assessment.daysAgo", 1)).body("outcome", equalTo("PROCEED"));
    }

    @Test
    void a_flag_that_was_only_told_can_be_lifted_by_who_looked_into_it() {
        Api.screen(anne, Api.answers("URGENT_ASSESSMENT"));
        TestClock.advance(Duration.ofMinutes(1));
        String second = screened(Api.answers("PROCEED"));

        Api.override(clinician, second, "RETRACTED_RED_FLAG").statusCode(201).body("outcome", equalTo("PROCEED"));
    }

    @Test
    void a_screening_that_was_begun_and_left_does_not_stand_in_the_way() {
        String screening = screened(cancerHistory());
        TestClock.advance(Duration.ofMinutes(1));
        Api.start(anne, Api.none());

        Api.override(clinician, screening, "CANCER_HISTORY").statusCode(201).body("outcome", equalTo("PROCEED"));
    }

    @Test
    void a_flag_in_a_screening_that_is_still_open_does() {
        String open = Api.start(anne, Api.none()).extract().path("id");
        String screening = screened(cancerHistory());
        TestClock.advance(Duration.ofMinutes(1));
        Api.patch(anne, open, "\"1\"", Map.of("gen.fever", "YES"))
                .body("redFlags.code", contains("FEVER_WITH_BACK_PAIN"));

        Api.override(clinician, screening, "CANCER_HISTORY")
                .statusCode(409)
                .body("code", equalTo("screening-outdated"));
    }

    @Test
    void a_screening_decided_later_speaks_even_if_it_was_begun_before() {
        String begunBefore =
                Api.start(anne, Api.answers("ASSESSMENT_FIRST")).extract().path("id");
        String screening = screened(cancerHistory());
        TestClock.advance(Duration.ofMinutes(1));
        Api.submit(anne, begunBefore).body("status", equalTo("DECIDED"));

        Api.override(clinician, screening, "CANCER_HISTORY")
                .statusCode(409)
                .body("code", equalTo("screening-outdated"));
    }

    @Test
    void only_what_applied_can_be_lifted() {
        String screening = screened(cancerHistory());

        Api.override(clinician, screening, "CANCER_HISTORY", "KNOWN_DVT")
                .statusCode(422)
                .body("code", equalTo("not-overridable"));
        Api.override(clinician, screening, "ASSESSED_SINCE_ONSET").statusCode(422);
        Api.override(clinician, screening, "NO_SUCH_RULE").statusCode(422);
    }

    @Test
    void a_gate_that_nobody_could_answer_can_be_lifted() {
        String screening = screened(Api.answers("PROCEED").put("gen.cancerHistory", "UNKNOWN"));

        Api.override(clinician, screening, "KNOWN_DVT").statusCode(422);
        Api.override(clinician, screening, "CANCER_HISTORY").statusCode(201).body("outcome", equalTo("PROCEED"));
    }

    @Test
    void an_adjustment_that_comes_with_time_is_not_lifted_before_it_is_there() {
        String screening =
                screened(Api.answers("PROCEED").put("pregnantWeeks", 12).put("highRiskPregnancy", "NO"));

        Api.override(clinician, screening, "SIDE_LYING_NOT_PRONE")
                .statusCode(422)
                .body("code", equalTo("not-overridable"));
        Api.override(clinician, screening, "NO_ABDOMINAL_WORK").statusCode(201);
        BookingService.confirmed(anne, maude, screening, Duration.ofDays(7));

        Api.briefing(therapist, screening)
                .body("adjustments.code", containsInAnyOrder("SIDE_LYING_NOT_PRONE", "NO_DEEP_LEG_PRESSURE"))
                .body("lifted", contains("NO_ABDOMINAL_WORK"));
    }

    @Test
    void sessions_that_did_not_help_are_not_lifted_away_with_an_adjustment() {
        String screening = screened(Api.answers("PROCEED").put("gen.osteoporosis", "YES"));
        for (int i = 1; i <= 3; i++) {
            Session session = BookingService.confirmed(anne, maude, screening, Duration.ofMinutes(1));
            TestClock.advance(Duration.ofMinutes(61));
            Api.send(
                            therapist,
                            "/v1/screenings/" + screening + "/findings",
                            Map.of("bookingId", session.bookingId(), "improved", false))
                    .statusCode(201);
        }

        Api.override(clinician, screening, "NO_FIRM_PRESSURE_OVER_SPINE_OR_RIBS")
                .statusCode(409)
                .body("code", equalTo("screening-outdated"));
        Api.get(anne, screening).body("clearance", nullValue());
        Api.screen(anne, Api.answers("PROCEED"))
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", hasItem("NO_IMPROVEMENT"));
    }

    @Test
    void the_first_decision_stays_and_each_is_replayed() {
        String screening = screened(cancerHistory().put("gen.osteoporosis", "YES"));
        TestClock.advance(Duration.ofMinutes(1));
        Api.override(clinician, screening, "CANCER_HISTORY").body("outcome", equalTo("PROCEED_WITH_ADJUSTMENTS"));
        TestClock.advance(Duration.ofMinutes(1));
        Api.override(clinician, screening, "NO_FIRM_PRESSURE_OVER_SPINE_OR_RIBS")
                .body("outcome", equalTo("PROCEED"));

        String overrides = "/v1/screenings/" + screening + "/overrides";
        Api.read(clinician, overrides)
                .statusCode(200)
                .body("items.outcomeBefore", contains("ASSESSMENT_FIRST", "PROCEED_WITH_ADJUSTMENTS"))
                .body("items.outcomeAfter", contains("PROCEED_WITH_ADJUSTMENTS", "PROCEED"))
                .body("items[0].lifts", contains("CANCER_HISTORY"))
                .body("items[0].reason", equalTo("Oncologist agrees in writing"));
        Api.client(anne).get(overrides).then().statusCode(403);
        Api.read(clinician, "/v1/screenings/" + screening + "/replay")
                .body("same", equalTo(true))
                .body("decisions", hasSize(3))
                .body("decisions.same", contains(true, true, true));
    }

    @Test
    void a_yes_before_a_visit_is_not_lifted_away() {
        String cleared = screened(Api.answers("PROCEED_WITH_ADJUSTMENTS"));
        String adjustment = Api.get(anne, cleared).extract().path("adjustments[0].code");
        sayYes(cleared);
        Api.override(clinician, cleared, adjustment).statusCode(409).body("code", equalTo("screening-outdated"));
        Api.get(anne, cleared).body("clearance", nullValue());

        TestClock.advance(Duration.ofMinutes(1));
        String refused = screened(cancerHistory());
        sayYes(refused);
        Api.override(clinician, refused, "CANCER_HISTORY").statusCode(409).body("code", equalTo("screening-outdated"));
    }

    private void sayYes(String screening) {
        UUID booking = BookingService.confirmed(anne, UUID.randomUUID(), screening, Duration.ofHours(2))
                .bookingId();
        TestClock.advance(Duration.ofMinutes(1));
        Api.send(
                        TestTokens.client(anne),
                        "/v1/screenings/" + screening + "/reconfirmations",
                        Map.of("bookingId", booking, "changes", true, "health", false, "events", false))
                .statusCode(201);
    }

    @Test
    void nobody_overrides_what_was_decided_about_themselves() {
        String screening = screened(cancerHistory());

        Api.override(TestTokens.clinician(anne), screening, "CANCER_HISTORY")
                .statusCode(403)
                .body("code", equalTo("own-screening"));
    }

    @Test
    void what_was_answered_longer_ago_than_a_clearance_is_valid_is_answered_anew() {
        String screening = screened(cancerHistory());
        TestClock.advance(Duration.ofDays(7).plusMinutes(1));

        Api.override(clinician, screening, "CANCER_HISTORY")
                .statusCode(409)
                .body("code", equalTo("screening-outdated"));
    }

    @Test
    void a_clinician_lifts_a_gate_with_a_reason() {
        String screening = Api.screen(anne, Api.answers("PROCEED").put("gen.cancerHistory", "YES"))
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("wouldChange[0].text", containsString("Cancer history"))
                .extract()
                .path("id");

        Api.override(clinician, screening, "CANCER_HISTORY")
                .statusCode(201)
                .body("outcome", equalTo("PROCEED"))
                .body("clearance.token", notNullValue())
                .body("plan.muscles", not(empty()));

        Api.as(clinician).get("/v1/screenings/" + screening + "/replay").then().body("same", equalTo(true));
        Api.override(clinician, screening, "BLADDER_CONTROL_LOSS")
                .statusCode(422)
                .body("code", equalTo("not-overridable"));
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
        Api.override(clinician, urgent, "NOT_ASSESSED").statusCode(409).body("code", equalTo("never-overridden"));

        UUID bruno = UUID.randomUUID();
        String first =
                Api.screen(bruno, Api.answers("ASSESSMENT_FIRST")).extract().path("id");
        TestClock.advance(Duration.ofMinutes(1));
        Api.screen(bruno, Api.answers("EMERGENCY"));
        Api.override(clinician, first, "NOT_ASSESSED").statusCode(409).body("code", equalTo("screening-outdated"));
        String open = Api.start(UUID.randomUUID(), Api.none()).extract().path("id");
        Api.override(clinician, open, "NOT_ASSESSED").statusCode(409).body("code", equalTo("screening-open"));
    }

    @Test
    void a_plan_of_nothing_is_not_lifted_into_a_booking() {
        ObjectNode answers = Api.answers("PROCEED");
        answers.putArray("skin.localProblemRegions")
                .add("LUMBAR")
                .add("BUTTOCK_R")
                .add("HIP_R");
        String screening = Api.screen(anne, answers).extract().path("id");

        Api.override(clinician, screening, "NO_WORKABLE_REGION")
                .statusCode(422)
                .body("code", equalTo("not-overridable"))
                .body("errors[0].code", equalTo("nothing-to-work"));

        Api.override(clinician, screening, "NO_WORKABLE_REGION", "AVOID_REGION")
                .statusCode(201)
                .body("outcome", equalTo("PROCEED"))
                .body("plan.muscles", not(empty()));
    }
}
