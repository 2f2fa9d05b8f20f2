package ca.tripoint.kittest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class ProblemsTest {

    private static final String ECHO = "SENSITIVE";
    private static final String GOOD = """
            {"secret":"s","size":1,"colour":"RED","place":{"city":"Montréal"}}""";

    private final String token = TestTokens.client(UUID.randomUUID());

    private RequestSpecification client() {
        return given().auth().oauth2(token).header("Idempotency-Key", UUID.randomUUID());
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("https://tripoint.ca/problems/" + code))
                .body("title", not(is("")))
                .body("detail", not(is("")))
                .body(not(containsString(ECHO)));
    }

    @Test
    void without_a_token_nobody_enters() {
        problem(given().get("/v1/things/broken").then(), 401, "unauthenticated");
    }

    @Test
    void tokens_that_are_forged_expired_or_meant_for_others_are_no_tokens() {
        TestTokens.Token good = TestTokens.token(UUID.randomUUID(), "client");
        for (TestTokens.Token bad : new TestTokens.Token[] {
            good.forged(), good.expired(), good.from("https://elsewhere"), good.forAudience("elsewhere")
        }) {
            problem(given().auth().oauth2(bad.sign()).get("/v1/things/broken").then(), 401, "unauthenticated");
        }
        problem(given().auth().oauth2(ECHO).get("/v1/things/broken").then(), 401, "unauthenticated");
    }

    @Test
    void another_role_may_not_enter() {
        problem(given().auth().oauth2(TestTokens.ops()).get("/v1/things/broken").then(), 403, "forbidden");
    }

    @Test
    void an_endpoint_that_nobody_opened_is_closed() {
        problem(client().get("/v1/things/forgotten").then(), 403, "forbidden");
    }

    @Test
    void an_unknown_path_is_not_found() {
        problem(client().get("/v1/" + ECHO).then(), 404, "not-found");
    }

    @Test
    void an_id_that_is_none_is_not_found() {
        problem(
                client().contentType(ContentType.JSON)
                        .body("{}")
                        .patch("/v1/things/" + ECHO)
                        .then(),
                404,
                "not-found");
    }

    @Test
    void another_method_is_told_which_there_are() {
        problem(client().delete("/v1/things").then(), 405, "method-not-allowed").header("Allow", equalTo("POST"));
    }

    @Test
    void another_media_type_is_refused() {
        problem(client().contentType("text/plain").body(ECHO).post("/v1/things").then(), 415, "unsupported-media-type");
    }

    @Test
    void a_representation_that_there_is_not_is_refused() {
        problem(
                client().accept("image/png")
                        .contentType(ContentType.JSON)
                        .body(GOOD)
                        .post("/v1/things")
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void too_large_a_body_is_refused_before_it_is_read() {
        problem(
                        client().contentType(ContentType.JSON)
                                .body("x".repeat(262_145))
                                .post("/v1/things")
                                .then(),
                        413,
                        "payload-too-large")
                .body("maxBytes", equalTo(262_144));
    }

    @Test
    void too_large_a_body_of_unannounced_length_is_refused_too() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + io.restassured.RestAssured.port + "/v1/things"))
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "k")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(("\"" + "x".repeat(2_000_000)).getBytes())))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("payload-too-large");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"secret":"SENSITIVE                                  | malformed-json  |
                    {"secret":"a","secret":"SENSITIVE"}                   | malformed-json  |
                    {"size":1} SENSITIVE                                  | malformed-json  |
                    {"SENSITIVE_":1,"x":2}                                | invalid-request |
                    {"secret":"s","size":"SENSITIVE"}                     | invalid-request | size
                    {"secret":"s","size":"1"}                             | invalid-request | size
                    {"secret":"s","size":1.5}                             | invalid-request | size
                    {"secret":5}                                          | invalid-request | secret
                    {"colour":"SENSITIVE"}                                | invalid-request | colour
                    {"place":{"city":"a","SENSITIVE":{}}}                 | invalid-request |
                    {"place":{"since":"SENSITIVE"}}                       | invalid-request | place.since
                    {"secret":"\\u0000SENSITIVE"}                          | invalid-request | secret
                    {"secret":"\\ud800SENSITIVE"}                          | invalid-request | secret
                    ["SENSITIVE"]                                         | invalid-request | (body)
                    """)
    void a_body_of_another_shape_is_refused_by_field(String body, String code, String field) {
        ValidatableResponse answer = client().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/things")
                .then();
        answer.log().ifValidationFails();
        answer.statusCode(400).contentType("application/problem+json").body("code", equalTo(code));
        if (field != null) {
            answer.body("errors[0].field", equalTo(field)).body(not(containsString(ECHO)));
        }
    }

    @Test
    void an_unknown_field_is_named() {
        problem(
                        client().contentType(ContentType.JSON)
                                .body("{\"place\":{\"town\":\"SENSITIVE\"}}")
                                .post("/v1/things")
                                .then(),
                        400,
                        "invalid-request")
                .body("errors[0].field", equalTo("place.town"))
                .body("errors[0].code", equalTo("unknown-field"));
    }

    @Test
    void values_that_cannot_be_accepted_are_named() {
        problem(
                        client().contentType(ContentType.JSON)
                                .body("{\"secret\":\" \",\"size\":6,\"colour\":\"RED\",\"place\":{\"city\":\"\"}}")
                                .post("/v1/things")
                                .then(),
                        422,
                        "validation-failed")
                .body("errors.field", equalTo(java.util.List.of("place.city", "secret", "size")))
                .body("errors.code", equalTo(java.util.List.of("required", "required", "out-of-range")));
    }

    @Test
    void an_empty_body_is_refused() {
        problem(client().contentType(ContentType.JSON).post("/v1/things").then(), 422, "validation-failed");
    }

    @Test
    void what_breaks_inside_is_told_to_nobody() {
        problem(client().get("/v1/things/broken").then(), 500, "internal-error").body(not(containsString("hunter2")));
    }

    @Test
    void a_database_that_is_away_says_when_to_come_back() {
        problem(client().get("/v1/things/away").then(), 503, "temporarily-unavailable")
                .header("Retry-After", "5")
                .body(not(containsString("hunter2")));
    }

    @Test
    void too_many_requests_says_when_to_come_back() {
        problem(client().get("/v1/things/busy").then(), 429, "too-many-requests")
                .header("Retry-After", "7");
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        String path = "/v1/things/" + UUID.randomUUID();
        problem(client().contentType(ContentType.JSON).body("{}").patch(path).then(), 428, "precondition-required");
        problem(
                client().header("If-Match", "\"6\"")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .patch(path)
                        .then(),
                412,
                "precondition-failed");
        client().header("If-Match", "\"7\"")
                .contentType(ContentType.JSON)
                .body("{}")
                .patch(path)
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({
        "fr-CA,                 fr-CA, Introuvable",
        "'fr;q=0.5,en;q=0.4',   fr-CA, Introuvable",
        "'fr-FR,de;q=0.9',      fr-CA, Introuvable",
        "en-GB,                 en-CA, Not found",
        "de,                    en-CA, Not found",
        "%%%,                   en-CA, Not found"
    })
    void the_answer_is_in_the_callers_language(String asked, String answered, String title) {
        client().header("Accept-Language", asked)
                .get("/v1/nothing")
                .then()
                .body("title", equalTo(title))
                .header("Content-Language", answered)
                .header("Vary", containsString("Accept-Language"));
    }
}
