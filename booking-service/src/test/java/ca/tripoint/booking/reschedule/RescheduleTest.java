package ca.tripoint.booking.reschedule;

import static ca.tripoint.booking.Api.as;
import static ca.tripoint.booking.Api.asClient;
import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Api.cancel;
import static ca.tripoint.booking.Api.hold;
import static ca.tripoint.booking.Api.id;
import static ca.tripoint.booking.Api.reschedule;
import static ca.tripoint.booking.Api.see;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import ca.tripoint.booking.Api;
import ca.tripoint.booking.Paper;
import ca.tripoint.booking.TestClock;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class RescheduleTest {

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final UUID leo = UUID.randomUUID();
    private final Instant start = inDays(80, "10:00");

    @Test
    void a_visit_moves_to_another_time_and_therapist_and_leaves_its_old_time_free() {
        UUID booking = booked(anne, maude, start);
        Instant later = inDays(81, "14:00");
        try (EventProbe probe = EventProbe.on("booking.sessions")) {

            reschedule(anne, booking, "\"1\"", offer(anne, leo, later))
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("id", equalTo(booking.toString()))
                    .body("status", equalTo("CONFIRMED"))
                    .body("therapistId", equalTo(leo.toString()));

            ReceivedEvent moved = probe.await(event -> booking.toString().equals(event.key()));
            assertThat(moved.type()).isEqualTo("session-rescheduled");
            assertThat(moved.value().at("/session/start").asText()).isEqualTo(later.toString());
            assertThat(moved.value().at("/previous/therapistId").asText()).isEqualTo(maude.toString());
            assertThat(moved.value().at("/previous/start").asText()).isEqualTo(start.toString());
        }
        booked(UUID.randomUUID(), maude, start);
        see(TestTokens.therapist(maude), booking).then().statusCode(404);
        see(TestTokens.therapist(leo), booking)
                .then()
                .statusCode(200)
                .body("address.line1", equalTo("123, rue Sainte-Famille"));
    }

    @Test
    void a_visit_moves_by_a_quarter_of_an_hour_over_its_own_time() {
        UUID booking = booked(anne, maude, start);

        reschedule(anne, booking, "\"1\"", offer(anne, maude, start.plus(Duration.ofMinutes(15))))
                .then()
                .statusCode(200);
    }

    @Test
    void a_time_that_is_taken_is_refused_and_the_visit_stays_where_it_was() {
        UUID booking = booked(anne, maude, start);
        booked(UUID.randomUUID(), leo, start);
        Fact taken = offer(anne, leo, start);

        refused(reschedule(anne, booking, "\"1\"", taken), 409, "slot-taken");
        refused(reschedule(anne, booking, "\"1\"", taken), 409, "slot-taken");

        see(TestTokens.client(anne), booking)
                .then()
                .header("ETag", "\"1\"")
                .body("therapistId", equalTo(maude.toString()));
    }

    @Test
    void the_rules_of_booking_hold_for_moving() {
        UUID booking = booked(anne, maude, start);
        booked(anne, leo, inDays(82, "10:00"));
        booked(UUID.randomUUID(), leo, inDays(83, "10:00"));

        refused(reschedule(anne, booking, "\"1\"", offer(anne, maude, inDays(82, "10:30"))), 409, "client-busy");
        refused(
                reschedule(anne, booking, "\"1\"", offer(anne, maude, inDays(82, "18:00"))),
                409,
                "too-close-to-another-visit");
        refused(reschedule(anne, booking, "\"1\"", offer(anne, leo, inDays(83, "11:30"))), 409, "travel-conflict");
        refused(
                reschedule(
                        anne,
                        booking,
                        "\"1\"",
                        offer(anne, maude, inDays(84, "10:00")).claim("skills", List.of())),
                422,
                "offer-unsuitable");
        refused(
                reschedule(anne, booking, "\"1\"", offer(UUID.randomUUID(), maude, inDays(84, "10:00"))),
                403,
                "offer-foreign");
        refused(
                reschedule(
                        anne,
                        booking,
                        "\"1\"",
                        offer(anne, maude, inDays(84, "10:00")).forged()),
                422,
                "offer-invalid");
    }

    @Test
    void a_version_that_is_missing_or_old_is_refused() {
        UUID booking = booked(anne, maude, start);
        Fact offer = offer(anne, maude, inDays(85, "10:00"));

        refused(
                asClient(anne).body(Map.of("offer", offer.sign())).post("/v1/bookings/" + booking + "/reschedule"),
                428,
                "precondition-required");
        refused(reschedule(anne, booking, "\"9\"", offer), 412, "precondition-failed");
        reschedule(anne, booking, "\"1\"", offer).then().statusCode(200);
        refused(reschedule(anne, booking, "\"1\"", offer), 412, "precondition-failed");
        refused(reschedule(anne, booking, "\"2\"", offer), 409, "offer-used");
    }

    @Test
    void an_offer_that_was_booked_moves_nothing() {
        UUID booking = booked(anne, maude, start);
        Fact offer = offer(anne, maude, inDays(86, "10:00"));
        UUID other = id(Api.book(anne, offer));
        cancel(TestTokens.client(anne), other, "*").then().statusCode(200);

        refused(reschedule(anne, booking, "\"1\"", offer), 409, "offer-used");
    }

    @Test
    void an_offer_that_another_visit_stands_on_moves_nothing() {
        UUID booking = booked(anne, maude, start);
        Fact offer = offer(anne, maude, inDays(86, "14:00"));
        id(Api.book(anne, offer));

        refused(reschedule(anne, booking, "\"1\"", offer), 409, "offer-used");
    }

    @Test
    void a_client_whom_operations_moved_to_today_has_an_hour_to_call_it_off() {
        UUID booking = booked(anne, maude, start);
        Instant soon = inDays(8, "10:00");
        TestClock.advance(Duration.between(TestClock.now(), soon.minus(Duration.ofHours(3))));
        as(TestTokens.ops())
                .header("If-Match", "*")
                .body(Map.of("offer", offer(anne, maude, soon).sign()))
                .post("/v1/bookings/" + booking + "/reschedule")
                .then()
                .statusCode(200);
        String terms = "/v1/bookings/" + booking + "/cancellation";
        String graceEnds = TestClock.now().plus(Duration.ofHours(1)).toString();
        asClient(anne)
                .get(terms)
                .then()
                .statusCode(200)
                .body("feeCents", equalTo(0))
                .body("freeUntil", equalTo(graceEnds))
                .body("reducedUntil", equalTo(graceEnds));
        TestClock.advance(Duration.ofHours(1));
        asClient(anne).get(terms).then().body("reason", equalTo("JUST_BOOKED"));

        TestClock.advance(Duration.ofMillis(1));

        asClient(anne).get(terms).then().body("reason", equalTo("LAST_MINUTE"));
    }

    @Test
    void a_newer_clearance_that_is_sent_is_checked_as_for_a_booking() {
        UUID booking = booked(anne, maude, start);
        Fact offer = offer(anne, maude, inDays(88, "10:00"));
        Fact clearance = Paper.clearance(anne);

        refused(reschedule(anne, booking, "*", offer, clearance.forged()), 422, "clearance-invalid");
        refused(reschedule(anne, booking, "*", offer, Paper.clearance(UUID.randomUUID())), 403, "clearance-foreign");
        refused(
                reschedule(
                        anne,
                        booking,
                        "*",
                        offer,
                        clearance.valid(
                                TestClock.now().minus(Duration.ofDays(8)),
                                TestClock.now().minus(Duration.ofDays(1)))),
                409,
                "clearance-expired");
        refused(
                reschedule(anne, booking, "*", offer, clearance.claim("requires", needs("DEEP_GLUTEAL_TRIGGER_POINT"))),
                422,
                "offer-unsuitable");
        reschedule(anne, booking, "*", offer, clearance).then().statusCode(200);
    }

    @Test
    void what_the_newer_clearance_needs_holds_from_then_on_and_what_the_older_one_needed_no_more() {
        UUID booking = booked(anne, maude, start);
        Fact prenatal = Paper.clearance(anne).claim("requires", needs("PRENATAL"));
        Fact withoutTriggerPoint = offer(anne, maude, inDays(88, "14:00")).claim("skills", List.of("PRENATAL"));
        refused(reschedule(anne, booking, "*", withoutTriggerPoint), 422, "offer-unsuitable");

        reschedule(anne, booking, "*", withoutTriggerPoint, prenatal).then().statusCode(200);

        refused(
                reschedule(
                        anne,
                        booking,
                        "*",
                        offer(anne, maude, inDays(88, "16:00")).claim("skills", List.of("TRIGGER_POINT"))),
                422,
                "offer-unsuitable");
    }

    private static Map<String, Object> needs(String skill) {
        return Map.of("skills", List.of(skill), "minDuration", 60, "equipment", List.of());
    }

    @Test
    void moving_is_free_and_therefore_too_late_when_cancelling_is_not() {
        Instant soon = inDays(3, "10:00");
        UUID booking = booked(anne, maude, soon);
        TestClock.advance(Duration.between(TestClock.now(), soon.minus(Duration.ofHours(24))));
        reschedule(anne, booking, "\"1\"", offer(anne, maude, soon.plus(Duration.ofMinutes(15))))
                .then()
                .statusCode(200);

        TestClock.advance(Duration.ofHours(1));
        reschedule(anne, booking, "\"2\"", offer(anne, maude, soon)).then().statusCode(200);

        TestClock.advance(Duration.ofHours(1).plusMillis(1));

        refused(
                reschedule(anne, booking, "\"3\"", offer(anne, leo, inDays(9, "10:00"))),
                409,
                "too-late-to-reschedule");
    }

    @Test
    void holds_and_visits_that_ended_are_not_moved_nor_are_those_of_others() {
        UUID held = id(hold(anne, offer(anne, maude, start)));
        UUID zoe = UUID.randomUUID();
        UUID ended = booked(zoe, leo, start);
        cancel(TestTokens.client(zoe), ended, "*").then().statusCode(200);

        refused(reschedule(anne, held, "*", offer(anne, maude, inDays(87, "10:00"))), 409, "illegal-transition");
        refused(reschedule(zoe, ended, "*", offer(zoe, maude, inDays(87, "10:00"))), 409, "illegal-transition");
        refused(reschedule(anne, ended, "*", offer(anne, maude, inDays(87, "10:00"))), 404, "not-found");
    }

    /** Not even with an offer that was made out to the client. */
    @Test
    void a_therapist_does_not_move_their_clients_visit() {
        UUID booking = booked(anne, maude, start);
        String both = TestTokens.token(maude, "client", "therapist").sign();
        see(both, booking).then().statusCode(200);

        refused(
                as(both).header("If-Match", "*")
                        .body(Map.of(
                                "offer", offer(anne, maude, inDays(89, "10:00")).sign()))
                        .post("/v1/bookings/" + booking + "/reschedule"),
                404,
                "not-found");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
