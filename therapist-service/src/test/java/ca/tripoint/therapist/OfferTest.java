package ca.tripoint.therapist;

import static ca.tripoint.therapist.Api.ON_CREDENTIAL;
import static ca.tripoint.therapist.Api.added;
import static ca.tripoint.therapist.Api.askForOffer;
import static ca.tripoint.therapist.Api.hours;
import static ca.tripoint.therapist.Api.montrealer;
import static ca.tripoint.therapist.Api.offer;
import static ca.tripoint.therapist.Api.starts;
import static ca.tripoint.therapist.Api.therapist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class OfferTest {

    private static final String TEN = "2027-03-08T10:00:00-05:00";

    private final UUID client = UUID.randomUUID();

    @Inject
    DataSource database;

    /** Reads an offer as booking-service does: with the published key. */
    private static JwtClaims read(String token) throws Exception {
        String keys = RestAssured.get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keysOf(keys)))
                .setExpectedIssuer("therapist-service")
                .setExpectedAudience("booking-service")
                .setEvaluationTime(NumericDate.fromSeconds(
                        OffsetDateTime.parse(TestClock.FIRST_OF_MARCH).toEpochSecond()))
                .build()
                .processToClaims(token);
    }

    private static List<JsonWebKey> keysOf(String keys) throws JoseException {
        return new JsonWebKeySet(keys).getJsonWebKeys();
    }

    @Test
    @SuppressWarnings("unchecked")
    void an_offer_binds_client_therapist_time_place_credential_and_price() throws Exception {
        UUID maude = montrealer();

        var answer = askForOffer(client, offer(maude, TEN, 75, "h2x 1y4"))
                .statusCode(201)
                .body("start", equalTo(TEN))
                .body("end", equalTo("2027-03-08T11:15:00-05:00"))
                .body("zone", equalTo("America/Toronto"))
                .body("price.subtotalCents", equalTo(15_400))
                .body("price.taxes.name", contains("GST", "QST"))
                .body("price.taxes.cents", contains(770, 1_536))
                .body("price.totalCents", equalTo(17_706))
                .body("price.currency", equalTo("CAD"))
                .body("expiresAt", equalTo("2027-03-01T12:15:00-05:00"))
                .extract();

        JwtClaims claims = read(answer.path("offer"));
        assertThat(claims.getSubject()).isEqualTo(client.toString());
        assertThat(claims.getJwtId()).isEqualTo(answer.path("offerId"));
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(15 * 60);
        assertThat(claims.getClaimsMap())
                .containsEntry("therapistId", maude.toString())
                .containsEntry("start", TEN)
                .containsEntry("end", "2027-03-08T11:15:00-05:00")
                .containsEntry("zone", "America/Toronto")
                .containsEntry("localStart", "2027-03-08T10:00:00")
                .containsEntry("busyFrom", "2027-03-08T14:45:00Z")
                .containsEntry("busyTo", "2027-03-08T16:30:00Z")
                .containsEntry("durationMinutes", 75L)
                .containsEntry("skills", List.of("TRIGGER_POINT", "DEEP_GLUTEAL_TRIGGER_POINT"))
                .containsEntry("equipment", List.of("TABLE"))
                .containsEntry("credential", Map.of("province", "QC", "kind", "ASSOCIATION", "validTo", "2027-12-31"));
        assertThat(claims.getStringClaimValue("tzVersion")).matches("20\\d\\d[a-z]");
        assertThat((Map<String, Object>) claims.getClaimValue("place"))
                .containsEntry("postalCode", "H2X1Y4")
                .containsEntry("fsa", "H2X")
                .containsEntry("province", "QC")
                .containsEntry("line1", "3575 rue Saint-Dominique")
                .containsEntry("city", "Montréal")
                .containsKeys("latitude", "longitude");
        assertThat((Map<String, Object>) claims.getClaimValue("price"))
                .containsEntry("subtotalCents", 15_400L)
                .containsEntry("totalCents", 17_706L)
                .containsEntry("currency", "CAD");
    }

    @Test
    void a_tax_that_nobody_has_verified_is_told_as_such() throws Exception {
        UUID regina = added(therapist(
                "S4P 3Y2",
                Api.credential("SK", "ASSOCIATION", "MTAS", "2026-01-01", "2027-12-31"),
                hours("06:00", "24:00")));

        String token = askForOffer(client, offer(regina, "2027-03-08T10:00:00-06:00", 60, "S4P 3Y2"))
                .statusCode(201)
                .body("price.taxes.name", contains("GST", "PST"))
                .body("price.taxes[0]", not(hasKey("unverified")))
                .body("price.taxes[1].unverified", equalTo(true))
                .extract()
                .path("offer");

        assertThat(read(token).getClaimValueAsString("price")).containsOnlyOnce("unverified=true");
    }

    @Test
    void the_address_is_not_kept() throws SQLException {
        askForOffer(client, offer(montrealer(), TEN, 60, "H2X 1Y4")).statusCode(201);

        try (Connection connection = database.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT o::text FROM offer o WHERE client_id = '" + client + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).contains("H2X").doesNotContain("Dominique", "Montr", "1Y4");
        }
    }

    @Test
    void the_same_request_repeated_gets_the_same_offer() {
        String body = offer(montrealer(), TEN, 60, "H2X 1Y4");
        String key = UUID.randomUUID().toString();
        String first = Api.client(client)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/offers")
                .then()
                .statusCode(201)
                .extract()
                .path("offer");

        Api.client(client)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/offers")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("offer", equalTo(first));
        Api.client(client)
                .header("Idempotency-Key", key)
                .body(body.replace("H2X 1Y4", "H2J 1Y4"))
                .post("/v1/offers")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        Api.client(client)
                .body(body)
                .post("/v1/offers")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void a_request_repeated_when_its_offer_is_forgotten_is_told_that_it_has_expired() throws SQLException {
        String body = offer(montrealer(), TEN, 60, "H2X 1Y4");
        String key = UUID.randomUUID().toString();
        assertThat(repeated(key, body).extract().statusCode()).isEqualTo(201);
        try (Connection connection = database.getConnection();
                Statement delete = connection.createStatement()) {
            assertThat(delete.executeUpdate("DELETE FROM offer WHERE client_id = '" + client + "'"))
                    .isEqualTo(1);
        }

        repeated(key, body).statusCode(422).body("code", equalTo("offer-expired"));
    }

    @Test
    void a_request_repeated_when_the_credential_is_lost_is_refused() {
        UUID maude = montrealer();
        String body = offer(maude, TEN, 60, "H2X 1Y4");
        String key = UUID.randomUUID().toString();
        repeated(key, body).statusCode(201);
        Api.ops()
                .header("If-Match", "\"2\"")
                .body("{\"credentials\":[]}")
                .patch("/v1/therapists/" + maude)
                .then()
                .statusCode(200);

        repeated(key, body).statusCode(422).body("code", equalTo("no-credential-in-province"));
    }

    private ValidatableResponse repeated(String key, String body) {
        return Api.client(client)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/offers")
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-08T10:05:00-05:00, 60, H2X 1Y4, 422, off-grid",
        "2027-03-08T10:00:01-05:00, 60, H2X 1Y4, 422, off-grid",
        "2027-03-08T05:45:00-05:00, 60, H2X 1Y4, 422, outside-opening-hours",
        "2027-03-08T23:15:00-05:00, 60, H2X 1Y4, 422, outside-opening-hours",
        "2027-03-01T13:45:00-05:00, 60, H2X 1Y4, 422, too-soon",
        "2027-02-01T10:00:00-05:00, 60, H2X 1Y4, 422, too-soon",
        "2027-09-08T10:00:00-04:00, 60, H2X 1Y4, 422, beyond-horizon",
        "+999999999-12-31T23:59:59.999999999-18:00, 60, H2X 1Y4, 422, beyond-horizon",
        "-999999999-01-01T00:00:00+18:00, 60, H2X 1Y4, 422, too-soon",
        "2027-03-08T10:00:00-05:00, 61, H2X 1Y4, 422, validation-failed",
        "2027-03-08T10:00:00-05:00, 60, H9Z 9Z9, 422, unknown-postal-code",
        "2027-03-08T10:00:00-05:00, 60, K1P 1J1, 422, no-credential-in-province",
        "2027-03-08T10:00:00-05:00, 60, G1R 4P5, 409, therapist-unavailable",
        "2027-03-08T08:45:00-05:00, 60, H2X 1Y4, 409, therapist-unavailable",
        "2027-03-08T16:15:00-05:00, 60, H2X 1Y4, 409, therapist-unavailable",
    })
    void what_cannot_be_offered_is_refused_by_name(
            String start, int duration, String postalCode, int status, String code) {
        UUID nineToFive = added(therapist("H2J 1Y4", Api.QC_CREDENTIAL, hours("09:00", "17:00")));

        askForOffer(client, offer(nineToFive, start, duration, postalCode))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @Test
    void offers_are_for_clients_and_of_therapists_who_exist() {
        String body = offer(montrealer(), TEN, 60, "H2X 1Y4");

        for (String role : List.of("therapist", "ops", "clinician", "partner")) {
            Api.as(TestTokens.token(UUID.randomUUID(), role).sign())
                    .header("Idempotency-Key", "k")
                    .body(body)
                    .post("/v1/offers")
                    .then()
                    .statusCode(403);
        }
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/offers")
                .then()
                .statusCode(401);
        askForOffer(client, offer(UUID.randomUUID(), TEN, 60, "H2X 1Y4"))
                .statusCode(404)
                .body("code", equalTo("not-found"));
        askForOffer(client, body.replace("\"city\"", "\"town\":\"x\",\"city\""))
                .statusCode(400)
                .body("errors[0].field", equalTo("address.town"));
        askForOffer(client, body.replace("3575 rue Saint-Dominique", ""))
                .statusCode(422)
                .body("errors[0].field", equalTo("address.line1"));
    }

    @Test
    void whatever_the_search_shows_is_offered() {
        UUID maude = montrealer();

        for (String start : starts(maude, "H2X 1Y4", "2027-03-14", 90)) {
            askForOffer(client, offer(maude, start, 90, "H2X 1Y4"))
                    .statusCode(201)
                    .body("start", equalTo(start));
        }
    }

    private static String course(String therapist, String firstStart, int sessions, int spacing, String postalCode) {
        return """
                {%s"firstStart":"%s","sessions":%d,"spacingDays":%d,"duration":60,
                 "address":{"line1":"1 First Street","city":"Town","postalCode":"%s"}}""".formatted(therapist, firstStart, sessions, spacing, postalCode);
    }

    private ValidatableResponse askForCourse(String body) {
        return Api.client(client)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/v1/course-offers")
                .then();
    }

    @Test
    void a_course_keeps_its_time_of_day_when_the_clocks_change() throws Exception {
        UUID maude = montrealer();

        List<String> offers = askForCourse(course("\"therapistId\":\"" + maude + "\",", TEN, 3, 7, "H2X 1Y4"))
                .statusCode(201)
                .body("offers", hasSize(3))
                .body("offers.start", contains(TEN, "2027-03-15T10:00:00-04:00", "2027-03-22T10:00:00-04:00"))
                .extract()
                .path("offers.offer");

        for (String offer : offers) {
            assertThat(read(offer).getStringClaimValue("therapistId")).isEqualTo(maude.toString());
        }
    }

    @Test
    void without_a_therapist_the_nearest_who_can_come_every_time_is_chosen() {
        UUID mondaysOnly =
                added(therapist("P3E 1A1", ON_CREDENTIAL, "{\"day\":\"MONDAY\",\"from\":\"06:00\",\"to\":\"24:00\"}"));
        UUID everyDay = added(therapist("P3B 1A1", ON_CREDENTIAL, hours("06:00", "24:00")));

        askForCourse(course("", TEN, 2, 7, "P3E 1A1"))
                .statusCode(201)
                .body("offers.therapistId", contains(mondaysOnly.toString(), mondaysOnly.toString()));
        askForCourse(course("", TEN, 2, 3, "P3E 1A1"))
                .statusCode(201)
                .body("offers.therapistId", contains(everyDay.toString(), everyDay.toString()));
    }

    @Test
    void a_course_that_cannot_be_comes_with_the_nearest_times_that_would_do() {
        UUID maude = montrealer();
        Api.ops()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"from\":\"2027-03-15T10:00:00-04:00\",\"to\":\"2027-03-15T12:00:00-04:00\"}")
                .post("/v1/therapists/" + maude + "/time-off")
                .then()
                .statusCode(201);

        askForCourse(course("\"therapistId\":\"" + maude + "\",", TEN, 2, 7, "H2X 1Y4"))
                .statusCode(409)
                .body("code", equalTo("course-unavailable"))
                .body("occurrences.available", contains(true, false))
                .body("occurrences[0].alternatives", hasSize(0))
                .body("occurrences[1].code", equalTo("therapist-unavailable"))
                .body(
                        "occurrences[1].alternatives.start",
                        contains("2027-03-15T08:45:00-04:00", "2027-03-15T08:30:00-04:00", "2027-03-15T08:15:00-04:00"))
                .body("occurrences[1].alternatives[0].therapists", contains(maude.toString()));
    }

    @Test
    void a_therapist_without_a_skill_that_the_course_needs_is_not_offered_and_others_are_named() {
        UUID untrained = added(therapist("P7B 1A1", ON_CREDENTIAL, hours("06:00", "24:00")));
        UUID trained = added(therapist("P7B 1A1", ON_CREDENTIAL, hours("06:00", "24:00"))
                .replace("\"TRIGGER_POINT\",", "\"TRIGGER_POINT\",\"PRENATAL\","));
        String prenatal = course("\"skills\":[\"PRENATAL\"],\"therapistId\":\"%s\",", TEN, 2, 7, "P7B 1A1");

        askForCourse(prenatal.formatted(untrained))
                .statusCode(409)
                .body("code", equalTo("course-unavailable"))
                .body("occurrences.available", contains(false, false))
                .body("occurrences.code", contains("therapist-unavailable", "therapist-unavailable"))
                .body("occurrences[0].alternatives[0].start", equalTo(TEN))
                .body("occurrences[0].alternatives[0].therapists", contains(trained.toString()));
        askForCourse(prenatal.formatted(trained)).statusCode(201);
        askForCourse(prenatal.formatted(trained).replace("\"skills\":[\"PRENATAL\"]", "\"equipment\":[\"TABLE\"]"))
                .statusCode(201);
    }

    @Test
    void a_course_where_nobody_comes_has_no_alternatives() {
        askForCourse(course("", "2027-03-08T10:00:00-05:00", 2, 7, "X0A 0H0"))
                .statusCode(409)
                .body("code", equalTo("course-unavailable"))
                .body("occurrences.alternatives.flatten()", hasSize(0));
    }

    @Test
    void a_course_is_judged_like_its_visits() {
        String maude = "\"therapistId\":\"" + montrealer() + "\",";

        askForCourse(course(maude, "2027-03-08T10:05:00-05:00", 2, 7, "H2X 1Y4"))
                .statusCode(422)
                .body("code", equalTo("off-grid"));
        askForCourse(course(maude, "2027-08-23T10:00:00-04:00", 2, 7, "H2X 1Y4"))
                .statusCode(422)
                .body("code", equalTo("beyond-horizon"));
        askForCourse(course(maude, "+999999999-12-31T23:00:00-18:00", 12, 60, "H2X 1Y4"))
                .statusCode(422)
                .body("code", equalTo("beyond-horizon"));
        askForCourse(course(maude, TEN, 0, 7, "H2X 1Y4")).statusCode(422).body("errors[0].field", equalTo("sessions"));
        askForCourse(course(maude, TEN, 13, 7, "H2X 1Y4")).statusCode(422).body("code", equalTo("validation-failed"));
        askForCourse(course("", TEN, 2, 0, "H2X 1Y4")).statusCode(422).body("errors[0].field", equalTo("spacingDays"));
        askForCourse(course("\"therapistId\":\"" + UUID.randomUUID() + "\",", TEN, 2, 7, "H2X 1Y4"))
                .statusCode(404);
    }
}
