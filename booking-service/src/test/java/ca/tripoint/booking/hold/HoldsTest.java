package ca.tripoint.booking.hold;

import static ca.tripoint.booking.Api.as;
import static ca.tripoint.booking.Api.asClient;
import static ca.tripoint.booking.Api.book;
import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Api.cancel;
import static ca.tripoint.booking.Api.hold;
import static ca.tripoint.booking.Api.id;
import static ca.tripoint.booking.Api.see;
import static ca.tripoint.booking.Api.statusOf;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.booking.Database;
import ca.tripoint.booking.TestClock;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class HoldsTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();

    @Inject
    Database database;

    @Inject
    Scheduler scheduler;

    @Test
    void a_held_time_is_kept_from_others_until_it_is_confirmed() {
        Instant start = inDays(60, "10:00");
        try (EventProbe probe = EventProbe.on("booking.sessions")) {
            Response held = hold(anne, offer(anne, maude, start));
            held.then()
                    .statusCode(201)
                    .body("status", equalTo("HELD"))
                    .body(
                            "holdExpiresAt",
                            equalTo(TestClock.now().plus(TEN_MINUTES).toString()))
                    .body("bookedAt", nullValue());
            String id = held.path("id");
            UUID zoe = UUID.randomUUID();
            book(zoe, offer(zoe, maude, start)).then().statusCode(409).body("code", equalTo("slot-taken"));

            confirm(UUID.fromString(id))
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("status", equalTo("CONFIRMED"))
                    .body("holdExpiresAt", nullValue())
                    .body("bookedAt", notNullValue());

            assertThat(probe.await(event ->
                                    id.equals(event.key()) && event.type().equals("session-held"))
                            .text("holdExpiresAt"))
                    .isEqualTo(TestClock.now().plus(TEN_MINUTES).toString());
            probe.await(event -> id.equals(event.key()) && event.type().equals("session-booked"));
            confirm(UUID.fromString(id)).then().statusCode(200).header("ETag", "\"2\"");
        }
    }

    @Test
    void a_hold_can_be_confirmed_until_its_last_moment_and_not_at_its_end() {
        UUID inTime = id(hold(anne, offer(anne, maude, inDays(61, "10:00"))));
        UUID zoe = UUID.randomUUID();
        UUID late = id(hold(zoe, offer(zoe, maude, inDays(61, "14:00"))));
        TestClock.advance(TEN_MINUTES.minus(A_MOMENT));
        confirm(inTime).then().statusCode(200).body("status", equalTo("CONFIRMED"));

        TestClock.advance(A_MOMENT);

        asClient(zoe)
                .post("/v1/bookings/" + late + "/confirmation")
                .then()
                .statusCode(410)
                .body("code", equalTo("hold-expired"));
    }

    @Test
    void a_hold_that_ran_out_is_released_and_others_are_told() {
        try (EventProbe probe = EventProbe.on("booking.sessions")) {
            UUID held = id(hold(anne, offer(anne, maude, inDays(62, "10:00"))));

            TestClock.advance(TEN_MINUTES);

            probe.await(
                    event -> held.toString().equals(event.key()) && event.type().equals("session-released"));
            Awaitility.await().until(() -> statusOf(anne, held).equals("EXPIRED"));
            confirm(held).then().statusCode(410).body("code", equalTo("hold-expired"));
        }
    }

    @Test
    void whoever_comes_after_a_hold_was_released_gets_the_time() {
        Instant start = inDays(63, "10:00");
        UUID held = id(hold(anne, offer(anne, maude, start)));
        TestClock.advance(TEN_MINUTES);
        Awaitility.await().until(() -> statusOf(anne, held).equals("EXPIRED"));

        booked(UUID.randomUUID(), maude, start);

        id(hold(anne, offer(anne, maude, inDays(64, "10:00"))));
    }

    @Test
    void whoever_comes_after_a_hold_ran_out_and_before_it_was_released_releases_it() {
        Instant start = inDays(63, "14:00");
        scheduler.pause();
        try (EventProbe probe = EventProbe.on("booking.sessions")) {
            UUID held = id(hold(anne, offer(anne, maude, start)));
            TestClock.advance(TEN_MINUTES);
            assertThat(statusOf(anne, held)).isEqualTo("HELD");

            booked(UUID.randomUUID(), maude, start);

            assertThat(statusOf(anne, held)).isEqualTo("EXPIRED");
            probe.await(
                    event -> held.toString().equals(event.key()) && event.type().equals("session-released"));
        } finally {
            scheduler.resume();
        }
    }

    @Test
    void a_client_whose_own_hold_ran_out_and_was_not_released_keeps_another_time() {
        scheduler.pause();
        try {
            UUID held = id(hold(anne, offer(anne, maude, inDays(64, "14:00"))));
            TestClock.advance(TEN_MINUTES);

            id(hold(anne, offer(anne, maude, inDays(64, "14:00"))));

            assertThat(statusOf(anne, held)).isEqualTo("EXPIRED");
        } finally {
            scheduler.resume();
        }
    }

    @Test
    void a_hold_that_is_given_up_costs_nothing_and_is_released() {
        try (EventProbe probe = EventProbe.on("booking.sessions")) {
            UUID held = id(hold(anne, offer(anne, maude, inDays(65, "10:00"))));

            cancel(TestTokens.client(anne), held, "\"1\"")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("CANCELLED"))
                    .body("ended.feeCents", equalTo(0))
                    .body("ended.feeReason", equalTo("NOT_BOOKED_YET"));

            probe.await(
                    event -> held.toString().equals(event.key()) && event.type().equals("session-released"));
            confirm(held).then().statusCode(409).body("code", equalTo("illegal-transition"));
        }
    }

    @Test
    void a_hold_is_extended_once_from_the_moment_of_asking() {
        UUID held = id(hold(anne, offer(anne, maude, inDays(67, "10:00"))));
        TestClock.advance(Duration.ofMinutes(9));

        extend(held)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("holdExpiresAt", equalTo(TestClock.now().plus(TEN_MINUTES).toString()));

        extend(held).then().statusCode(409).body("code", equalTo("hold-already-extended"));
        TestClock.advance(TEN_MINUTES.minus(A_MOMENT));
        confirm(held).then().statusCode(200);
        extend(held).then().statusCode(409).body("code", equalTo("illegal-transition"));
    }

    @Test
    void a_hold_that_ran_out_is_not_extended() {
        UUID held = id(hold(anne, offer(anne, maude, inDays(68, "10:00"))));
        TestClock.advance(TEN_MINUTES);

        extend(held).then().statusCode(410).body("code", equalTo("hold-expired"));
    }

    @Test
    void somebody_elses_hold_cannot_be_confirmed() {
        UUID held = id(hold(anne, offer(anne, maude, inDays(66, "10:00"))));

        asClient(UUID.randomUUID())
                .post("/v1/bookings/" + held + "/confirmation")
                .then()
                .statusCode(404);
        assertThat(database.number("SELECT count(*) FROM booking WHERE id = ? AND status = 'HELD'", held))
                .isEqualTo(1);
    }

    /** A therapist who sees the visit because it is theirs may not decide for its client, not even one who is a client as well. */
    @Test
    void a_therapist_does_not_confirm_or_extend_their_clients_hold() {
        UUID held = id(hold(anne, offer(anne, maude, inDays(66, "14:00"))));
        String both = TestTokens.token(maude, "client", "therapist").sign();
        see(both, held).then().statusCode(200);

        as(both).post("/v1/bookings/" + held + "/confirmation").then().statusCode(404);
        as(both).post("/v1/bookings/" + held + "/hold-extension").then().statusCode(404);

        assertThat(statusOf(anne, held)).isEqualTo("HELD");
        as(TestTokens.ops())
                .post("/v1/bookings/" + held + "/hold-extension")
                .then()
                .statusCode(200);
        as(TestTokens.ops())
                .post("/v1/bookings/" + held + "/confirmation")
                .then()
                .statusCode(200);
    }

    private Response extend(UUID booking) {
        return asClient(anne).post("/v1/bookings/" + booking + "/hold-extension");
    }

    private Response confirm(UUID booking) {
        return asClient(anne).post("/v1/bookings/" + booking + "/confirmation");
    }
}
