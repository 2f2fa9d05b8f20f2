package ca.tripoint.booking.booking;

import static ca.tripoint.booking.Api.as;
import static ca.tripoint.booking.Api.asClient;
import static ca.tripoint.booking.Api.book;
import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Api.cancel;
import static ca.tripoint.booking.Api.hold;
import static ca.tripoint.booking.Api.id;
import static ca.tripoint.booking.Api.order;
import static ca.tripoint.booking.Api.post;
import static ca.tripoint.booking.Api.see;
import static ca.tripoint.booking.Paper.clearance;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.booking.Database;
import ca.tripoint.booking.TestClock;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class BookingApiTest {

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager entityManager;

    @Test
    void a_cleared_client_books_an_offered_visit_and_others_are_told() {
        Instant start = inDays(7, "10:00");
        try (EventProbe probe = EventProbe.on("booking.sessions")) {
            Response booked = book(anne, offer(anne, maude, start));

            booked.then()
                    .statusCode(201)
                    .header("ETag", "\"1\"")
                    .header("Location", notNullValue())
                    .header("Idempotency-Replayed", nullValue())
                    .body("status", equalTo("CONFIRMED"))
                    .body("version", equalTo(1))
                    .body("therapistId", equalTo(maude.toString()))
                    .body("zone", equalTo("America/Toronto"))
                    .body("localStart", endsWith("T10:00:00"))
                    .body("durationMinutes", equalTo(60))
                    .body("price.totalCents", equalTo(14_832))
                    .body("price.taxes.name", contains("GST", "QST"))
                    .body("price.taxes[1].rate", equalTo(0.09975f))
                    .body("holdExpiresAt", nullValue())
                    .body("ended", nullValue());
            String id = booked.path("id");
            ReceivedEvent event = probe.await(told -> id.equals(told.key()));
            assertThat(event.type()).isEqualTo("session-booked");
            assertThat(event.value().at("/session/clientId").asText()).isEqualTo(anne.toString());
            assertThat(event.value().at("/session/version").asLong()).isEqualTo(1);
            assertThat(Instant.parse(event.value().at("/session/busyFrom").asText()))
                    .isEqualTo(start.minusSeconds(900));
            assertThat(event.value().toString()).doesNotContain("Sainte-Famille", "H2X");
        }
    }

    @Test
    void the_same_request_again_is_replayed_and_books_nothing_more() {
        Map<String, Object> order = order(offer(anne, maude, inDays(8, "10:00")), clearance(anne));
        String key = UUID.randomUUID().toString();
        Response first = post(anne, "/v1/bookings", key, order);

        Response second = post(anne, "/v1/bookings", key, order);

        second.then().statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(first.path("id")));
        assertThat(database.number("SELECT count(*) FROM booking WHERE client_id = ?", anne))
                .isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused_before_any_rule_is_judged() {
        String key = UUID.randomUUID().toString();
        post(anne, "/v1/bookings", key, order(offer(anne, maude, inDays(9, "10:00")), clearance(anne)))
                .then()
                .statusCode(201);

        post(anne, "/v1/bookings", key, Map.of("offer", "nonsense"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        String key = UUID.randomUUID().toString();
        post(anne, "/v1/bookings", key, Map.of("offer", "nonsense")).then().statusCode(422);

        post(anne, "/v1/bookings", key, order(offer(anne, maude, inDays(9, "10:00")), clearance(anne)))
                .then()
                .statusCode(201);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_stores_nothing() {
        Map<String, Object> order = order(offer(anne, maude, inDays(10, "10:00")), clearance(anne));
        order.put("dryRun", true);

        asClient(anne)
                .body(order)
                .post("/v1/bookings")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("status", equalTo("CONFIRMED"))
                .body("id", nullValue())
                .body("price.totalCents", equalTo(14_832));

        assertThat(database.number("SELECT count(*) FROM booking WHERE client_id = ?", anne))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM client WHERE client_id = ?", anne))
                .isZero();
        order.remove("dryRun");
        book(anne, order).then().statusCode(201);
        order.put("dryRun", true);
        asClient(anne).body(order).post("/v1/bookings").then().statusCode(409).body("code", equalTo("offer-used"));
    }

    @Test
    void a_booking_is_seen_by_its_client_its_therapist_and_operations_and_by_nobody_else() {
        UUID booking = booked(anne, maude, inDays(11, "10:00"));

        see(TestTokens.client(anne), booking)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("address.line1", equalTo("123, rue Sainte-Famille"));
        see(TestTokens.therapist(maude), booking).then().statusCode(200).body("address.postalCode", equalTo("H2X1Y4"));
        see(TestTokens.ops(), booking).then().statusCode(200);
        see(TestTokens.client(UUID.randomUUID()), booking)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        see(TestTokens.therapist(UUID.randomUUID()), booking).then().statusCode(404);
        see(TestTokens.therapist(anne), booking).then().statusCode(404);
        see(TestTokens.client(maude), booking).then().statusCode(404);
        see(TestTokens.clinician(anne), booking).then().statusCode(403);
        io.restassured.RestAssured.get("/v1/bookings/" + booking).then().statusCode(401);
    }

    @Test
    void the_address_is_sealed_where_it_lies() {
        booked(anne, maude, inDays(11, "14:00"));

        assertThat(database.number(
                        "SELECT count(*) FROM booking WHERE client_id = ? AND strpos(encode(sealed_address, 'escape'), 'Famille') > 0",
                        anne))
                .isZero();
    }

    @Test
    void what_the_treatment_needs_is_sealed_where_it_lies() {
        Fact prenatal = clearance(anne)
                .claim("requires", Map.of("skills", List.of("PRENATAL"), "minDuration", 60, "equipment", List.of()));
        id(book(anne, order(offer(anne, maude, inDays(16, "14:00")), prenatal)));

        assertThat(database.number(
                        "SELECT count(*) FROM booking WHERE client_id = ? AND strpos(booking::text, 'PRENATAL') > 0",
                        anne))
                .isZero();
        assertThat(database.number(
                        "SELECT count(*) FROM booking WHERE client_id = ?"
                                + " AND strpos(encode(sealed_requirements, 'escape'), 'PRENATAL') > 0",
                        anne))
                .isZero();
    }

    @Test
    void the_therapist_sees_the_address_until_a_while_after_the_visit_and_its_client_for_ever() {
        Instant start = inDays(5, "10:00");
        UUID booking = booked(anne, maude, start);
        Instant twoHoursAfter = start.plus(Duration.ofHours(3));
        TestClock.advance(Duration.between(TestClock.now(), twoHoursAfter.minusMillis(1)));
        see(TestTokens.therapist(maude), booking).then().statusCode(200).body("address.postalCode", equalTo("H2X1Y4"));

        TestClock.advance(Duration.ofMillis(1));

        see(TestTokens.therapist(maude), booking).then().statusCode(200).body("address", nullValue());
        see(TestTokens.client(anne), booking).then().body("address.postalCode", equalTo("H2X1Y4"));
        see(TestTokens.ops(), booking).then().body("address.postalCode", equalTo("H2X1Y4"));
    }

    @Test
    void the_therapist_does_not_see_the_address_of_a_hold_or_of_a_visit_that_is_off() {
        UUID held = id(hold(anne, offer(anne, maude, inDays(11, "16:00"))));
        see(TestTokens.therapist(maude), held).then().statusCode(200).body("address", nullValue());
        see(TestTokens.client(anne), held).then().body("address", notNullValue());

        cancel(TestTokens.client(anne), held, "*").then().statusCode(200);

        see(TestTokens.therapist(maude), held).then().statusCode(200).body("address", nullValue());
    }

    /** As it is on the day after a province changed its clocks and before its visits were moved. */
    @Test
    void a_visit_is_shown_also_when_the_rules_of_its_clock_have_changed() {
        UUID booking = booked(anne, maude, inDays(11, "18:00"));

        transactions.run(() -> entityManager
                .createNativeQuery("UPDATE booking SET local_start = replace(local_start, 'T18', 'T19') WHERE id = :id")
                .setParameter("id", booking)
                .executeUpdate());

        see(TestTokens.client(anne), booking).then().statusCode(200).body("localStart", endsWith("T19:00:00"));
    }

    @Test
    void pages_follow_one_another_from_the_latest_visit_to_the_earliest() {
        UUID first = booked(anne, maude, inDays(12, "10:00"));
        UUID second = booked(anne, maude, inDays(13, "10:00"));
        UUID third = booked(anne, maude, inDays(14, "10:00"));

        Response page = asClient(anne).get("/v1/bookings?limit=2&status=CONFIRMED");

        page.then().statusCode(200).body("items.id", contains(third.toString(), second.toString()));
        String next = page.path("next");
        assertThat(next).startsWith("/v1/bookings?status=CONFIRMED&limit=2&cursor=");
        asClient(anne)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.id", contains(first.toString()))
                .body("next", nullValue());
        asClient(anne).get("/v1/bookings?status=CANCELLED").then().body("items", hasSize(0));
        as(TestTokens.therapist(maude)).get("/v1/bookings").then().body("items", hasSize(3));
        asClient(UUID.randomUUID()).get("/v1/bookings").then().body("items", hasSize(0));
    }

    @Test
    void questions_that_make_no_sense_are_named() {
        asClient(anne)
                .get("/v1/bookings?status=GONE")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("status"));
        asClient(anne)
                .get("/v1/bookings?limit=abc")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("limit"))
                .body("errors[0].code", equalTo("wrong-type"));
        asClient(anne).get("/v1/bookings?cursor=%21").then().statusCode(422).body("errors[0].field", equalTo("cursor"));
        see(TestTokens.client(anne), UUID.randomUUID()).then().statusCode(404);
        asClient(anne).get("/v1/bookings/not-an-id").then().statusCode(404);
    }

    @Test
    void a_client_books_again_after_giving_up_the_time() {
        Instant start = inDays(15, "10:00");
        UUID booking = booked(anne, maude, start);
        cancel(TestTokens.client(anne), booking, "\"1\"").then().statusCode(200);

        assertThat(id(book(anne, offer(anne, maude, start)))).isNotEqualTo(booking);
    }
}
