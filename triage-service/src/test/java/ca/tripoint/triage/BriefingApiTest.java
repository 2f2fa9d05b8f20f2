package ca.tripoint.triage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class BriefingApiTest {
    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final String therapist = TestTokens.therapist(maude);

    private Session booked(String screening, Duration untilStart) {
        return BookingService.confirmed(anne, maude, screening, untilStart);
    }

    @Test
    void of_two_visits_of_a_course_the_briefing_is_of_the_next_one() {
        ObjectNode answers = Api.answers("PROCEED").put("pregnantWeeks", 12).put("highRiskPregnancy", "NO");
        String screening = Api.screen(anne, answers).extract().path("id");
        Session second = booked(screening, Duration.ofDays(8));
        Session first = booked(screening, Duration.ofDays(1));

        Api.briefing(therapist, screening)
                .body("bookingId", equalTo(first.bookingId().toString()))
                .body("adjustments.code", contains("NO_ABDOMINAL_WORK"));

        TestClock.advance(Duration.ofDays(1).plusMinutes(30));
        Api.briefing(therapist, screening)
                .body("bookingId", equalTo(first.bookingId().toString()));

        TestClock.advance(Duration.ofMinutes(30));
        Api.briefing(therapist, screening)
                .body("bookingId", equalTo(second.bookingId().toString()))
                .body("adjustments.code", hasItems("NO_ABDOMINAL_WORK", "SIDE_LYING_NOT_PRONE"))
                .body("plan.position.unique()", contains("lying on your side"));
        Api.briefing(therapist, screening, first.bookingId())
                .body("bookingId", equalTo(first.bookingId().toString()))
                .body("adjustments.code", contains("NO_ABDOMINAL_WORK"));

        TestClock.advance(Duration.ofDays(8));
        Api.briefing(therapist, screening)
                .body("bookingId", equalTo(second.bookingId().toString()));
        Api.briefing(therapist, screening, first.bookingId()).statusCode(404);
        Api.briefing(therapist, screening, UUID.randomUUID()).statusCode(404);
    }

    @Test
    void what_the_person_has_told_since_the_booking_binds_the_therapist() {
        String booked = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        Session session = booked(booked, Duration.ofDays(2));
        Api.briefing(therapist, booked).body("adjustments", empty()).body("knownFromScreeningId", equalTo(booked));
        TestClock.advance(Duration.ofMinutes(5));

        String newer = Api.screen(anne, Api.answers("PROCEED").put("gen.anticoagulantOrBleedingDisorder", "YES"))
                .body("outcome", equalTo("PROCEED_WITH_ADJUSTMENTS"))
                .extract()
                .path("id");

        Api.briefing(therapist, booked)
                .body("screeningId", equalTo(booked))
                .body("knownFromScreeningId", equalTo(newer))
                .body("bookingId", equalTo(session.bookingId().toString()))
                .body("outcome", equalTo("PROCEED_WITH_ADJUSTMENTS"))
                .body("adjustments.code", contains("NO_FIRM_OR_DEEP_PRESSURE"))
                .body("plan.pressure.unique()", contains("light"))
                .body("plan.holdToSeconds.unique()", contains(nullValue()));
    }

    @Test
    void what_bound_the_therapist_before_binds_them_still() {
        String booked = Api.screen(anne, Api.answers("PROCEED").put("gen.osteoporosis", "YES"))
                .extract()
                .path("id");
        booked(booked, Duration.ofDays(2));
        TestClock.advance(Duration.ofMinutes(5));

        Api.screen(anne, Api.answers("PROCEED")).body("outcome", equalTo("PROCEED"));

        Api.briefing(therapist, booked)
                .body("adjustments.code", contains("NO_FIRM_PRESSURE_OVER_SPINE_OR_RIBS"))
                .body("plan.find { it.muscle == 'ERECTOR_SPINAE' }.pressure", equalTo("light"));
    }

    @Test
    void a_newer_decision_that_clears_nobody_closes_the_briefing() {
        String booked = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        booked(booked, Duration.ofDays(2));
        TestClock.advance(Duration.ofMinutes(5));

        Api.screen(anne, Api.answers("ASSESSMENT_FIRST"));

        Api.briefing(therapist, booked).statusCode(404);
    }

    @Test
    void a_visit_that_is_over_is_read_as_it_was() {
        String booked = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        booked(booked, Duration.ofDays(2));
        TestClock.advance(Duration.ofDays(3));

        Api.screen(anne, Api.answers("ASSESSMENT_FIRST"));

        Api.briefing(therapist, booked).body("knownFromScreeningId", equalTo(booked));
    }
}
