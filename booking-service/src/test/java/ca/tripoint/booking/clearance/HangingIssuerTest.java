package ca.tripoint.booking.clearance;

import static ca.tripoint.booking.Api.book;
import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Paper.clearance;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static ca.tripoint.testkit.FactTokens.THERAPIST;
import static ca.tripoint.testkit.FactTokens.TRIAGE;
import static org.hamcrest.Matchers.equalTo;

import ca.tripoint.testkit.Issuers;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No booking waits for another service, not even for one whose keys it would need. */
@QuarkusTest
@TestProfile(HangingIssuerTest.WithPatience.class)
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
@Timeout(60)
class HangingIssuerTest {

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final Instant start = inDays(7, "10:00");

    /** Whoever waited for the issuer would wait longer than the test. */
    public static final class WithPatience implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tripoint.signing.fetching.timeout", "1h");
        }
    }

    @AfterEach
    void put_right() {
        Issuers.publish(TRIAGE, TRIAGE);
        Issuers.publish(THERAPIST, THERAPIST);
    }

    @Test
    void an_issuer_that_hangs_makes_no_booking_wait() {
        int asked = Issuers.timesAsked(TRIAGE);
        Issuers.hang(TRIAGE);
        Issuers.hang(THERAPIST);

        book(
                        anne,
                        Map.of(
                                "offer",
                                offer(anne, maude, start).sign(),
                                "clearance",
                                clearance(anne).signUnder("nobody-knows")))
                .then()
                .statusCode(422)
                .body("code", equalTo("clearance-invalid"));
        Awaitility.await().until(() -> Issuers.timesAsked(TRIAGE) > asked);

        booked(anne, maude, start);
        book(
                        anne,
                        Map.of(
                                "offer",
                                offer(anne, maude, start).signUnder("nobody-knows"),
                                "clearance",
                                clearance(anne).sign()))
                .then()
                .statusCode(422)
                .body("code", equalTo("offer-invalid"));
    }
}
