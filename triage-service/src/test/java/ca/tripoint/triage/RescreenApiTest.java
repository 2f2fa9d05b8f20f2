package ca.tripoint.triage;

import static org.hamcrest.Matchers.equalTo;
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
class RescreenApiTest {
    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final String therapist = TestTokens.therapist(maude);

    private String cleared() {
        return Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
    }

    private void sessionTakesPlace(String screening) {
        BookingService.confirmed(anne, maude, screening, Duration.ofMinutes(1));
        TestClock.advance(Duration.ofMinutes(61));
    }

    private ValidatableResponse reconfirm(String screening, Session session, boolean changes) {
        return Api.send(
                TestTokens.client(anne),
                "/v1/screenings/" + screening + "/reconfirmations",
                Map.of("bookingId", session.bookingId(), "changes", changes, "health", false, "events", false));
    }

    @Test
    void after_three_sessions_a_new_screening_is_due() {
        String screening = cleared();
        Session fourth = BookingService.confirmed(anne, maude, screening, Duration.ofHours(20));
        sessionTakesPlace(screening);
        sessionTakesPlace(screening);
        Api.get(anne, screening).body("rescreenDue", equalTo(false)).body("clearance", notNullValue());
        reconfirm(screening, fourth, false).statusCode(201);

        sessionTakesPlace(screening);

        Api.get(anne, screening)
                .body("rescreenDue", equalTo(true))
                .body("clearance", nullValue())
                .body("outcome", equalTo("PROCEED"));
        Api.briefing(therapist, screening, fourth.bookingId()).body("rescreenDue", equalTo(true));
        reconfirm(screening, fourth, false).statusCode(409).body("code", equalTo("rescreen-due"));
    }

    @Test
    void the_new_screening_opens_the_rest_of_the_course() {
        String screening = cleared();
        Session fourth = BookingService.confirmed(anne, maude, screening, Duration.ofHours(20));
        for (int i = 0; i < 3; i++) {
            sessionTakesPlace(screening);
        }

        String next = cleared();

        Api.get(anne, next).body("rescreenDue", equalTo(false)).body("clearance", notNullValue());
        Api.briefing(therapist, screening, fourth.bookingId())
                .body("rescreenDue", equalTo(false))
                .body("knownFromScreeningId", equalTo(next));
        reconfirm(screening, fourth, false).statusCode(201).body("confirmed", equalTo(true));
    }

    @Test
    void a_visit_that_was_called_off_was_no_session() {
        String screening = cleared();
        sessionTakesPlace(screening);
        sessionTakesPlace(screening);
        Session third = BookingService.confirmed(anne, maude, screening, Duration.ofMinutes(1));
        BookingService.calledOff(third);
        TestClock.advance(Duration.ofMinutes(61));

        Api.get(anne, screening).body("rescreenDue", equalTo(false));
    }

    @Test
    void a_yes_is_heard_all_the_same() {
        String screening = cleared();
        Session fourth = BookingService.confirmed(anne, maude, screening, Duration.ofHours(20));
        for (int i = 0; i < 3; i++) {
            sessionTakesPlace(screening);
        }

        reconfirm(screening, fourth, true).statusCode(201).body("reopenedScreeningId", notNullValue());
    }
}
