package ca.tripoint.booking.booking;

import static ca.tripoint.booking.Api.asClient;
import static ca.tripoint.booking.Api.book;
import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Api.cancel;
import static ca.tripoint.booking.Api.hold;
import static ca.tripoint.booking.Api.id;
import static ca.tripoint.booking.Api.order;
import static ca.tripoint.booking.Paper.at;
import static ca.tripoint.booking.Paper.clearance;
import static ca.tripoint.booking.Paper.credential;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ca.tripoint.booking.Database;
import ca.tripoint.booking.TestClock;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refusal by its code; and after each, nothing is stored and nobody is told. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class RefusalsTest {

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();

    @Inject
    Database database;

    static Stream<Arguments> offers() {
        UUID somebodyElse = UUID.randomUUID();
        return Stream.of(
                arguments("offer-invalid", 422, change(Fact::forged)),
                arguments("offer-invalid", 422, change(offer -> offer.from("triage-service"))),
                arguments("offer-invalid", 422, change(offer -> offer.forAudience("therapist-service"))),
                arguments("offer-invalid", 422, change(offer -> offer.claim("durationMinutes", 45))),
                arguments("offer-invalid", 422, change(offer -> offer.claim("zone", "Europe/Paris"))),
                arguments("offer-invalid", 422, change(offer -> offer.claim("localStart", "2027-01-01T10:00"))),
                arguments(
                        "offer-invalid",
                        422,
                        change(offer ->
                                offer.claim("busyFrom", inDays(7, "10:30").toString()))),
                arguments("offer-invalid", 422, change(offer -> offer.claim("price", Map.of("subtotalCents", 1)))),
                arguments("offer-invalid", 422, change(offer -> without(offer, "therapistId"))),
                arguments(
                        "offer-expired",
                        422,
                        change(offer -> offer.valid(
                                TestClock.now().minus(Duration.ofMinutes(16)),
                                TestClock.now().minus(Duration.ofMinutes(1))))),
                arguments("offer-foreign", 403, change(offer -> ofSubject(offer, somebodyElse))),
                arguments("offer-unsuitable", 422, change(offer -> offer.claim("skills", List.of("PRENATAL")))),
                arguments("offer-unsuitable", 422, change(offer -> offer.claim("equipment", List.of()))),
                arguments(
                        "no-credential-in-province", 422, change(offer -> offer.claim("credential", credential("ON")))),
                arguments(
                        "no-credential-in-province",
                        422,
                        change(offer -> offer.claim(
                                "credential",
                                Map.of("province", "QC", "kind", "ASSOCIATION", "validTo", "2020-12-31")))));
    }

    private static UnaryOperator<Fact> change(UnaryOperator<Fact> change) {
        return change;
    }

    @ParameterizedTest
    @MethodSource("offers")
    void an_offer_that_is_not_what_it_should_be(String code, int status, UnaryOperator<Fact> change) {
        refused(book(anne, change.apply(offer(anne, maude, inDays(7, "10:00")))), code, status);
    }

    static Stream<Arguments> clearances() {
        return Stream.of(
                arguments("clearance-invalid", 422, change(Fact::forged)),
                arguments("clearance-invalid", 422, change(clearance -> clearance.from("therapist-service"))),
                arguments("clearance-invalid", 422, change(clearance -> without(clearance, "screeningId"))),
                arguments(
                        "clearance-expired",
                        409,
                        change(clearance -> clearance.valid(
                                TestClock.now().minus(Duration.ofDays(8)),
                                TestClock.now().minus(Duration.ofDays(1))))),
                arguments("clearance-foreign", 403, change(clearance -> ofSubject(clearance, UUID.randomUUID()))));
    }

    @ParameterizedTest
    @MethodSource("clearances")
    void a_clearance_that_is_not_what_it_should_be(String code, int status, UnaryOperator<Fact> change) {
        refused(book(anne, order(offer(anne, maude, inDays(7, "10:00")), change.apply(clearance(anne)))), code, status);
    }

    @Test
    void no_clearance() {
        Map<String, Object> order = order(offer(anne, maude, inDays(7, "10:00")), clearance(anne));
        order.remove("clearance");

        refused(book(anne, order), "clearance-missing", 422);
    }

    static Stream<Arguments> times() {
        return Stream.of(
                arguments("off-grid", inDays(7, "10:05"), Duration.ofDays(5)),
                arguments("outside-opening-hours", inDays(7, "05:45"), Duration.ofDays(5)),
                arguments("outside-opening-hours", inDays(7, "23:15"), Duration.ofDays(5)),
                arguments("too-soon", inDays(7, "10:00"), Duration.ofMinutes(119)),
                arguments("beyond-horizon", inDays(7, "10:00"), Duration.ofDays(181)));
    }

    /** Notice and horizon count from when the visit was offered. */
    @ParameterizedTest
    @MethodSource("times")
    void a_time_that_no_visit_may_have(String code, Instant start, Duration ahead) {
        Fact offer = offer(anne, maude, start).valid(start.minus(ahead), start);

        refused(book(anne, offer), code, 422);
    }

    @Test
    void the_first_and_the_last_time_of_a_day_are_fine() {
        id(book(anne, offer(anne, maude, inDays(30, "06:00"))));
        UUID zoe = UUID.randomUUID();
        id(book(zoe, offer(zoe, maude, inDays(30, "23:00"))));
    }

    @Test
    void a_shorter_visit_than_the_clearance_requires() {
        Fact clearance = clearance(anne)
                .claim("requires", Map.of("skills", List.of(), "minDuration", 75, "equipment", List.of()));

        refused(book(anne, order(offer(anne, maude, inDays(7, "10:00"), 60), clearance)), "offer-unsuitable", 422);
        id(book(anne, order(offer(anne, maude, inDays(7, "10:00"), 75), clearance)));
    }

    @Test
    void a_slot_that_somebody_else_has() {
        Instant start = inDays(31, "10:00");
        booked(UUID.randomUUID(), maude, start);

        refused(book(anne, offer(anne, maude, start)), "slot-taken", 409);
        refused(book(anne, offer(anne, maude, start.plus(Duration.ofMinutes(75)))), "slot-taken", 409);
    }

    @Test
    void an_offer_that_was_used_even_if_its_booking_is_no_more() {
        Fact offer = offer(anne, maude, inDays(32, "10:00"));
        UUID booking = id(book(anne, offer));
        cancel(TestTokens.client(anne), booking, "*").then().statusCode(200);

        book(anne, offer).then().statusCode(409).body("code", equalTo("offer-used"));
    }

    @Test
    void two_therapists_at_the_same_time_and_two_treatments_in_a_night() {
        Instant start = inDays(33, "20:00");
        booked(anne, maude, start);
        UUID other = UUID.randomUUID();

        expect(book(anne, offer(anne, other, start)), "client-busy", 409);
        expect(book(anne, offer(anne, other, start.plus(Duration.ofMinutes(45)))), "client-busy", 409);
        expect(book(anne, offer(anne, other, inDays(34, "08:45"))), "too-close-to-another-visit", 409);
        expect(book(anne, offer(anne, other, inDays(33, "07:15"))), "too-close-to-another-visit", 409);
        id(book(anne, offer(anne, other, inDays(34, "09:00"))));
        id(book(anne, offer(anne, other, inDays(33, "07:00"))));
    }

    @Test
    void a_second_time_to_keep() {
        id(hold(anne, offer(anne, maude, inDays(35, "10:00"))));

        expect(hold(anne, offer(anne, maude, inDays(36, "10:00"))), "hold-limit", 409);
        id(book(anne, offer(anne, maude, inDays(36, "10:00"))));
    }

    /** Longueuil is some 7 km from downtown Montréal: 1.3 × 7 ÷ 35 × 60 ≈ 16 minutes and 5 to park. */
    @Test
    void a_way_that_is_too_long_for_the_time_between() {
        Instant start = inDays(37, "10:00");
        booked(UUID.randomUUID(), maude, start);
        Instant rightAfter = start.plus(Duration.ofMinutes(90));

        refused(book(anne, offer(anne, maude, rightAfter)), "travel-conflict", 409);
        refused(book(anne, longueuil(anne, rightAfter.plus(Duration.ofMinutes(15)))), "travel-conflict", 409);
        refused(book(anne, longueuil(anne, start.minus(Duration.ofMinutes(105)))), "travel-conflict", 409);
        id(book(anne, longueuil(anne, rightAfter.plus(Duration.ofMinutes(30)))));
        UUID zoe = UUID.randomUUID();
        id(book(zoe, longueuil(zoe, start.minus(Duration.ofMinutes(120)))));
    }

    private Fact longueuil(UUID client, Instant start) {
        return at(offer(client, maude, start), "J4H", 45.53, -73.485);
    }

    @Test
    void a_body_that_is_not_a_booking() {
        asClient(anne)
                .body("{\"offer\":")
                .post("/v1/bookings")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
        asClient(anne)
                .header("Idempotency-Key", "k")
                .body(Map.of("offer", "x", "surprise", 1))
                .post("/v1/bookings")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors.code", hasItem("unknown-field"));
        asClient(anne)
                .header("Idempotency-Key", "k")
                .body(Map.of("clearance", "x"))
                .post("/v1/bookings")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].field", equalTo("offer"));
        asClient(anne)
                .body(order(offer(anne, maude, inDays(7, "10:00")), clearance(anne)))
                .post("/v1/bookings")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        nothingHappened();
    }

    @Test
    void a_refusal_speaks_french_to_those_who_do() {
        asClient(anne)
                .header("Idempotency-Key", "k")
                .header("Accept-Language", "fr-CA")
                .body(Map.of("offer", "x"))
                .post("/v1/bookings")
                .then()
                .statusCode(422)
                .header("Content-Language", "fr-CA")
                .body("title", equalTo("Il manque une autorisation"));
    }

    private void refused(Response answer, String code, int status) {
        expect(answer, code, status);
        nothingHappened();
    }

    private static void expect(Response answer, String code, int status) {
        assertThat(answer.asString()).contains("\"" + code + "\"");
        answer.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }

    /** What is not stored in the transaction's tables, the outbox among them, is not told either. */
    private void nothingHappened() {
        assertThat(database.number("SELECT count(*) FROM booking WHERE client_id = ?", anne))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM client WHERE client_id = ?", anne))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM idempotency WHERE subject = ?", anne))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM data_key WHERE owner_id = ?", anne))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM outbox WHERE payload LIKE '%' || ? || '%'", anne.toString()))
                .isZero();
        try (EventProbe probe = EventProbe.fromBeginning("booking.sessions")) {
            assertThat(probe.received())
                    .noneMatch(event -> String.valueOf(event.value()).contains(anne.toString()));
        }
    }

    private static Fact without(Fact fact, String claim) {
        Map<String, Object> rest = new LinkedHashMap<>(fact.claims());
        rest.remove(claim);
        return new Fact(
                fact.issuer(),
                fact.audience(),
                fact.subject(),
                fact.id(),
                fact.issuedAt(),
                fact.expiresAt(),
                rest,
                fact.key());
    }

    private static Fact ofSubject(Fact fact, UUID subject) {
        return new Fact(
                fact.issuer(),
                fact.audience(),
                subject,
                fact.id(),
                fact.issuedAt(),
                fact.expiresAt(),
                fact.claims(),
                fact.key());
    }
}
