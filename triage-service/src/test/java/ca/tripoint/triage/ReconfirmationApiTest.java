package ca.tripoint.triage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class ReconfirmationApiTest {
    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();

    private String cleared(UUID person) {
        return Api.screen(person, Api.answers("PROCEED")).extract().path("id");
    }

    private ValidatableResponse give(UUID person, String screening, Object bookingId, boolean health) {
        return Api.send(
                TestTokens.client(person),
                "/v1/screenings/" + screening + "/reconfirmations",
                Map.of("bookingId", bookingId, "changes", false, "health", health, "events", false));
    }

    @Test
    void the_questions_are_answered_from_24_hours_before_a_visit_until_it_starts() {
        String screening = cleared(anne);
        Session session = BookingService.confirmed(
                anne, maude, screening, Duration.ofHours(24).plusMillis(1));
        give(anne, screening, session.bookingId(), false)
                .statusCode(422)
                .body("code", equalTo("reconfirmation-too-early"));
        TestClock.advance(Duration.ofMillis(1));
        give(anne, screening, session.bookingId(), false).statusCode(201).body("confirmed", equalTo(true));
        TestClock.advance(Duration.ofHours(24).minusMillis(1));
        give(anne, screening, session.bookingId(), false).statusCode(201);
        TestClock.advance(Duration.ofMillis(1));

        give(anne, screening, session.bookingId(), false)
                .statusCode(422)
                .body("code", equalTo("reconfirmation-too-late"));
    }

    @Test
    void they_are_answered_for_ones_own_visit() {
        String screening = cleared(anne);
        UUID bruno = UUID.randomUUID();
        String hisScreening = cleared(bruno);
        Session his = BookingService.confirmed(bruno, maude, hisScreening, Duration.ofHours(2));

        give(anne, screening, his.bookingId(), false).statusCode(404);
        give(anne, hisScreening, his.bookingId(), false).statusCode(404);
        Api.send(
                        TestTokens.client(bruno),
                        "/v1/screenings/" + hisScreening + "/reconfirmations",
                        Map.of("changes", false, "health", false, "events", false))
                .statusCode(422)
                .body("errors[0].field", equalTo("bookingId"));
        give(bruno, hisScreening, his.bookingId(), false).statusCode(201);
    }

    @Test
    void a_no_is_on_the_record_and_in_the_briefing() {
        String screening = cleared(anne);
        Session session = BookingService.confirmed(anne, maude, screening, Duration.ofHours(2));
        String therapist = TestTokens.therapist(maude);
        Api.briefing(therapist, screening).body("reconfirmedAt", nullValue());

        give(anne, screening, session.bookingId(), false).statusCode(201);

        String path = "/v1/screenings/" + screening + "/reconfirmations";
        Api.client(anne)
                .get(path)
                .then()
                .statusCode(200)
                .body("items.bookingId", contains(session.bookingId().toString()))
                .body("items.confirmed", contains(true))
                .body("items.health", contains(false));
        Api.read(TestTokens.clinician(maude), path).body("items", hasSize(1));
        Api.client(maude).get(path).then().statusCode(404);
        Api.briefing(therapist, screening).body("reconfirmedAt", notNullValue());
    }

    @Test
    void a_yes_is_on_the_record_and_ends_the_confirmation() {
        String screening = cleared(anne);
        Session session = BookingService.confirmed(anne, maude, screening, Duration.ofHours(2));
        give(anne, screening, session.bookingId(), false).statusCode(201);
        TestClock.advance(Duration.ofMinutes(1));

        give(anne, screening, session.bookingId(), true)
                .statusCode(201)
                .body("confirmed", equalTo(false))
                .body("reopenedScreeningId", notNullValue());

        Api.client(anne)
                .get("/v1/screenings/" + screening + "/reconfirmations")
                .then()
                .body("items.confirmed", contains(true, false));
        give(anne, screening, session.bookingId(), false).statusCode(409).body("code", equalTo("screening-outdated"));
        Api.briefing(TestTokens.therapist(maude), screening).body("reconfirmedAt", nullValue());
    }

    @Test
    void the_questions_read_in_both_languages() {
        String screening = cleared(anne);
        String path = "/v1/screenings/" + screening + "/reconfirmations/questions";

        Api.client(anne)
                .get(path)
                .then()
                .statusCode(200)
                .body("items.id", contains("changes", "health", "events"))
                .body("items[1].text", containsString("new medicine"));
        Api.client(anne)
                .header("Accept-Language", "fr-CA")
                .get(path)
                .then()
                .body("items[1].text", containsString("médicament"));
        Api.client(maude).get(path).then().statusCode(404);
    }

    @Test
    void a_yes_takes_the_clearance_back_and_reopens_the_screening() {
        String screening = cleared(anne);
        Session session = BookingService.confirmed(anne, maude, screening, Duration.ofHours(5));

        String reopened = give(anne, screening, session.bookingId(), true)
                .statusCode(201)
                .body("confirmed", equalTo(false))
                .extract()
                .path("reopenedScreeningId");

        Api.get(anne, screening).body("clearance", nullValue());
        Api.get(anne, reopened).body("status", equalTo("OPEN")).body("answers.age.source", equalTo("CARRIED_OVER"));
        give(anne, screening, UUID.randomUUID(), false).statusCode(404);
    }
}
