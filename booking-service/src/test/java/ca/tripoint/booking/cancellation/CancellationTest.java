package ca.tripoint.booking.cancellation;

import static ca.tripoint.booking.Api.as;
import static ca.tripoint.booking.Api.asClient;
import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Api.cancel;
import static ca.tripoint.booking.Api.hold;
import static ca.tripoint.booking.Api.id;
import static ca.tripoint.booking.Api.statusOf;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import ca.tripoint.booking.Database;
import ca.tripoint.booking.TestClock;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class CancellationTest {

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final String asAnne = TestTokens.client(anne);

    @Inject
    Database database;

    @Test
    void a_client_cancels_in_good_time_and_the_slot_is_free_again() {
        Instant start = inDays(70, "10:00");
        UUID booking = booked(anne, maude, start);
        try (EventProbe probe = EventProbe.on("booking.sessions")) {

            cancel(asAnne, booking, "\"1\"")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("status", equalTo("CANCELLED"))
                    .body("ended.cancelledBy", equalTo("CLIENT"))
                    .body("ended.feeCents", equalTo(0))
                    .body("ended.feeReason", equalTo("JUST_BOOKED"));

            ReceivedEvent told = probe.await(event -> booking.toString().equals(event.key()));
            assertThat(told.type()).isEqualTo("session-cancelled");
            assertThat(told.text("by")).isEqualTo("CLIENT");
            booked(UUID.randomUUID(), maude, start);
        }
    }

    @Test
    void a_client_cancelling_within_24_hours_pays_half() {
        UUID booking = booked(anne, maude, inDays(2, "10:00"));
        TestClock.advance(Duration.between(TestClock.now(), inDays(2, "10:00").minus(Duration.ofHours(20))));

        asClient(anne)
                .get("/v1/bookings/" + booking + "/cancellation")
                .then()
                .statusCode(200)
                .body("feeCents", equalTo(7_416))
                .body("reason", equalTo("SHORT_NOTICE"));
        cancel(asAnne, booking, "\"1\"")
                .then()
                .statusCode(200)
                .body("ended.feeCents", equalTo(7_416))
                .body("ended.feeReason", equalTo("SHORT_NOTICE"));
    }

    @Test
    void terms_tell_until_when_calling_off_is_free_the_time_of_grace_included() {
        TestClock.advance(Duration.between(TestClock.now(), inDays(1, "00:00")));
        Instant later = inDays(74, "10:00");
        UUID inGoodTime = booked(anne, maude, later);
        UUID atShortNotice = booked(anne, maude, inDays(0, "10:00"));
        String graceEnds = TestClock.now().plus(Duration.ofHours(1)).toString();

        terms(inGoodTime)
                .body("freeUntil", equalTo(later.minus(Duration.ofHours(24)).toString()))
                .body("reducedUntil", equalTo(later.minus(Duration.ofHours(4)).toString()));
        terms(atShortNotice)
                .body("feeCents", equalTo(0))
                .body("freeUntil", equalTo(graceEnds))
                .body("reducedUntil", equalTo(inDays(0, "06:00").toString()));
    }

    @Test
    void terms_of_what_has_ended_tell_what_the_end_did_cost() {
        UUID booking = booked(anne, maude, inDays(3, "10:00"));
        TestClock.advance(Duration.between(TestClock.now(), inDays(3, "10:00").minus(Duration.ofHours(20))));
        cancel(asAnne, booking, "*").then().statusCode(200).body("ended.feeCents", equalTo(7_416));

        TestClock.advance(Duration.ofHours(18));

        terms(booking).body("feeCents", equalTo(7_416)).body("reason", equalTo("SHORT_NOTICE"));
    }

    @Test
    void there_are_no_terms_for_a_visit_that_has_begun_or_a_hold_that_ran_out() {
        UUID begun = booked(anne, maude, inDays(2, "10:00"));
        UUID zoe = UUID.randomUUID();
        UUID ranOut = id(hold(zoe, offer(zoe, maude, inDays(9, "10:00"))));
        Duration untilStart = Duration.between(TestClock.now(), inDays(2, "10:00"));
        TestClock.advance(untilStart.minusMillis(1));
        terms(begun).body("reason", equalTo("LAST_MINUTE"));

        TestClock.advance(Duration.ofMillis(1));

        asClient(anne)
                .get("/v1/bookings/" + begun + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        Awaitility.await().until(() -> statusOf(zoe, ranOut).equals("EXPIRED"));
        asClient(zoe)
                .get("/v1/bookings/" + ranOut + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    private ValidatableResponse terms(UUID booking) {
        return asClient(anne)
                .get("/v1/bookings/" + booking + "/cancellation")
                .then()
                .statusCode(200);
    }

    @Test
    void a_version_that_is_missing_or_old_is_refused_and_cancelling_twice_is_not() {
        UUID booking = booked(anne, maude, inDays(71, "10:00"));

        as(asAnne)
                .post("/v1/bookings/" + booking + "/cancellation")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        cancel(asAnne, booking, "\"7\"").then().statusCode(412).body("code", equalTo("precondition-failed"));
        cancel(asAnne, booking, "W/\"1\"").then().statusCode(412);
        cancel(asAnne, booking, "\"1\"").then().statusCode(200);
        cancel(asAnne, booking, "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
        as(asAnne).post("/v1/bookings/" + booking + "/cancellation").then().statusCode(200);

        assertThat(database.number("SELECT version FROM booking WHERE id = ?", booking))
                .isEqualTo(2);
    }

    @Test
    void a_therapist_or_operations_cancel_without_fee_and_others_not_at_all() {
        UUID byTherapist = booked(anne, maude, inDays(72, "10:00"));
        UUID byOperations = booked(anne, maude, inDays(73, "10:00"));

        cancel(TestTokens.therapist(UUID.randomUUID()), byTherapist, "*").then().statusCode(404);
        cancel(TestTokens.client(UUID.randomUUID()), byTherapist, "*").then().statusCode(404);
        cancel(TestTokens.partner(anne), byTherapist, "*").then().statusCode(403);
        cancel(TestTokens.therapist(maude), byTherapist, "\"1\"")
                .then()
                .statusCode(200)
                .body("ended.cancelledBy", equalTo("THERAPIST"))
                .body("ended.feeReason", equalTo("NOT_THE_CLIENTS_DOING"));
        cancel(TestTokens.ops(), byOperations, "\"1\"")
                .then()
                .statusCode(200)
                .body("ended.cancelledBy", equalTo("OPERATIONS"));
    }
}
