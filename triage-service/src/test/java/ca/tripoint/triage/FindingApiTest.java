package ca.tripoint.triage;

import static org.hamcrest.Matchers.equalTo;

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
class FindingApiTest {
    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final String therapist = TestTokens.therapist(maude);

    private ValidatableResponse record(String screening, Session session, boolean improved, String key) {
        return Api.send(
                therapist,
                "/v1/screenings/" + screening + "/findings",
                Map.of("bookingId", session.bookingId(), "improved", improved),
                key);
    }

    private String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_repetition_is_a_repetition_even_after_the_visit_was_called_off() {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        Session session = BookingService.confirmed(anne, maude, screening, Duration.ofMinutes(1));
        TestClock.advance(Duration.ofMinutes(2));
        String key = key();
        String id =
                record(screening, session, true, key).statusCode(201).extract().path("id");

        BookingService.calledOff(session);

        record(screening, session, true, key)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
        record(screening, session, false, key).statusCode(422).body("code", equalTo("idempotency-key-reused"));
        Api.send(
                        therapist,
                        "/v1/screenings/" + screening + "/findings",
                        Map.of("bookingId", UUID.randomUUID(), "improved", true),
                        key)
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        record(screening, session, true, key()).statusCode(404);
    }

    @Test
    void a_session_is_recorded_until_a_week_after_it() {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        Session session = BookingService.confirmed(anne, maude, screening, Duration.ofHours(1));
        Session other = BookingService.confirmed(anne, maude, screening, Duration.ofHours(1));
        record(screening, session, true, key()).statusCode(409).body("code", equalTo("visit-not-begun"));
        TestClock.advance(Duration.ofHours(2).plusDays(7));
        record(screening, session, true, key()).statusCode(201);
        TestClock.advance(Duration.ofSeconds(1));

        record(screening, other, true, key()).statusCode(409).body("code", equalTo("findings-too-late"));
    }
}
