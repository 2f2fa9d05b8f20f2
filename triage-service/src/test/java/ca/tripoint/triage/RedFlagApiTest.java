package ca.tripoint.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class RedFlagApiTest {
    private static final String TOPIC = "triage.screenings";

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final String therapist = TestTokens.therapist(maude);
    private final String clinician = TestTokens.clinician(UUID.randomUUID());

    private List<String> types(EventProbe probe) {
        return probe.received().stream()
                .filter(event -> anne.toString().equals(event.key()))
                .map(ReceivedEvent::type)
                .toList();
    }

    private void awaitTypes(EventProbe probe, int expected) {
        await().pollInSameThread().until(() -> types(probe).size() >= expected);
    }

    private String cleared() {
        return Api.screen(anne, Api.answers("PROCEED"))
                .body("outcome", equalTo("PROCEED"))
                .extract()
                .path("id");
    }

    @Test
    void a_warning_sign_seen_on_the_table_is_a_red_flag() {
        String screening = cleared();
        BookingService.confirmed(anne, maude, screening, Duration.ofHours(1));
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Api.report(therapist, anne, "BILATERAL_NUMBNESS").statusCode(201);

            awaitTypes(probe, 2);
            assertThat(types(probe)).containsExactly("red-flag-detected", "clearance-revoked");
        }
        TestClock.advance(Duration.ofMinutes(1));
        Api.get(anne, screening).body("clearance", nullValue());
        Api.screen(anne, Api.answers("PROCEED")).body("reasons.code", hasItem("RETRACTED_RED_FLAG"));
        Api.report(therapist, anne, "TIRED").statusCode(422).body("code", equalTo("unknown-red-flag"));
        Api.report(TestTokens.client(anne), anne, "BILATERAL_NUMBNESS").statusCode(403);
    }

    @Test
    void only_the_therapist_who_visits_reports() {
        String screening = cleared();
        Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(404);
        BookingService.held(anne, maude, screening, Duration.ofHours(1));
        Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(404);
        BookingService.confirmed(anne, maude, screening, Duration.ofHours(3));

        Api.report(TestTokens.therapist(UUID.randomUUID()), anne, "SADDLE_NUMBNESS")
                .statusCode(404);
        Api.report(therapist, UUID.randomUUID(), "SADDLE_NUMBNESS").statusCode(404);
        Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(201);
    }

    @Test
    void reports_are_taken_until_a_week_after_the_visit_even_if_it_was_called_off() {
        Session session = BookingService.confirmed(anne, maude, cleared(), Duration.ofHours(1));
        BookingService.calledOff(session);
        TestClock.advance(Duration.ofDays(7).plusHours(2).minusMinutes(1));
        Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(201);
        TestClock.advance(Duration.ofMinutes(1));

        Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(404);
    }

    @Test
    void a_second_report_is_told_only_if_it_is_more_urgent() {
        BookingService.confirmed(anne, maude, cleared(), Duration.ofHours(1));
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Api.report(therapist, anne, "SUSPECTED_DVT").statusCode(201);
            Api.report(therapist, anne, "SEVERE_AND_WORSENING").statusCode(201);
            Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(201);
            Api.report(therapist, anne, "BLADDER_CONTROL_LOSS").statusCode(201);

            Api.screen(anne, Api.answers("EMERGENCY"));
            awaitTypes(probe, 5);
            assertThat(types(probe))
                    .containsExactly(
                            "red-flag-detected",
                            "clearance-revoked",
                            "red-flag-detected",
                            "red-flag-detected",
                            "screening-completed");
        }
    }

    @Test
    void a_report_is_told_again_once_the_person_has_been_cleared_since() {
        String first = cleared();
        BookingService.confirmed(anne, maude, first, Duration.ofHours(1));
        Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(201);
        TestClock.advance(Duration.ofDays(3));
        Api.screen(anne, Api.answers("PROCEED").put("assessment.daysAgo", 1)).body("outcome", equalTo("PROCEED"));
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Api.send(
                            therapist,
                            "/v1/red-flags",
                            Map.of("clientId", anne, "code", "SADDLE_NUMBNESS", "screeningId", first))
                    .statusCode(201);

            awaitTypes(probe, 2);
            assertThat(types(probe)).containsExactly("red-flag-detected", "clearance-revoked");
        }
    }

    @Test
    void a_clinician_reads_what_the_therapist_saw() {
        BookingService.confirmed(anne, maude, cleared(), Duration.ofHours(1));
        Api.report(therapist, anne, "SADDLE_NUMBNESS").statusCode(201);
        TestClock.advance(Duration.ofMinutes(1));
        Api.report(therapist, anne, "SUSPECTED_DVT").statusCode(201);

        List<Object> reviews = Api.waiting(clinician).stream()
                .filter(review -> anne.toString().equals(review.get("clientId")))
                .map(review -> review.get("id"))
                .toList();

        assertThat(reviews).hasSize(2);
        Api.read(clinician, "/v1/reviews/" + reviews.getFirst())
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("review.kind", equalTo("RED_FLAG"))
                .body("report.code", equalTo("SADDLE_NUMBNESS"))
                .body("report.note", equalTo("both feet"))
                .body("report.therapistId", equalTo(maude.toString()))
                .body("outcome", equalTo("PROCEED"));
        Api.read(therapist, "/v1/reviews/" + reviews.getFirst()).statusCode(403);
        Api.read(clinician, "/v1/reviews/" + UUID.randomUUID()).statusCode(404);
    }
}
