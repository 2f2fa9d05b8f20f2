package ca.tripoint.therapist;

import static io.restassured.RestAssured.given;

import ca.tripoint.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the tests ask the service, as its callers would. */
final class Api {

    static final String QC_CREDENTIAL = credential("QC", "ASSOCIATION", "FQM", "2026-01-01", "2027-12-31");
    static final String ON_CREDENTIAL = credential("ON", "COLLEGE", "CMTO", "2026-01-01", "2027-12-31");
    static final String BC_CREDENTIAL = credential("BC", "COLLEGE", "CCHPBC", "2026-01-01", "2027-12-31");

    private Api() {}

    static String credential(String province, String kind, String issuer, String from, String to) {
        return """
                {"province":"%s","kind":"%s","issuer":"%s","number":"%s-1","validFrom":"%s","validTo":"%s"}""".formatted(province, kind, issuer, issuer, from, to);
    }

    /** All days of the week. */
    static String hours(String from, String to) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> """
                        {"day":"%s","from":"%s","to":"%s"}""".formatted(day, from, to))
                .collect(Collectors.joining(","));
    }

    static String therapist(String postalCode, String credentials, String hours) {
        return """
                {"name":"Maude Tremblay","gender":"FEMALE","languages":["fr","en"],
                 "skills":["TRIGGER_POINT","DEEP_GLUTEAL_TRIGGER_POINT"],"equipment":["TABLE"],
                 "base":{"postalCode":"%s"},"travelRadiusKm":25,"credentials":[%s],"hours":[%s]}""".formatted(postalCode, credentials, hours);
    }

    static UUID added(String body) {
        return UUID.fromString(add(body, UUID.randomUUID().toString())
                .statusCode(201)
                .extract()
                .path("id"));
    }

    static UUID montrealer() {
        return added(therapist("H2J 1Y4", QC_CREDENTIAL, hours("06:00", "24:00")));
    }

    static ValidatableResponse add(String body, String idempotencyKey) {
        return ops().header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/v1/therapists")
                .then();
    }

    static RequestSpecification ops() {
        return as(TestTokens.ops());
    }

    static RequestSpecification client(UUID id) {
        return as(TestTokens.client(id));
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static ValidatableResponse search(UUID therapist, String postalCode, String from, String to, int duration) {
        return client(UUID.randomUUID())
                .queryParams(Map.of(
                        "postalCode",
                        postalCode,
                        "from",
                        from,
                        "to",
                        to,
                        "duration",
                        duration,
                        "therapistId",
                        therapist))
                .get("/v1/slots")
                .then();
    }

    static List<String> starts(UUID therapist, String postalCode, String day, int duration) {
        return search(therapist, postalCode, day, day, duration)
                .statusCode(200)
                .extract()
                .path("slots.start");
    }

    static String offer(UUID therapist, String start, int duration, String postalCode) {
        return """
                {"therapistId":"%s","start":"%s","duration":%d,
                 "address":{"line1":"3575 rue Saint-Dominique","city":"Montréal","postalCode":"%s"}}""".formatted(therapist, start, duration, postalCode);
    }

    static ValidatableResponse askForOffer(UUID client, String body) {
        return client(client)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/v1/offers")
                .then();
    }
}
