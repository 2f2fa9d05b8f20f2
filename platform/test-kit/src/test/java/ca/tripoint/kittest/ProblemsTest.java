package ca.tripoint.kittest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class ProblemsTest {

    private static final String ECHO = "SENSITIVE";
    private static final String INVENTED = "INVENTED";
    private static final String GOOD = """
            {"secret":"s","size":1,"colour":"RED","place":{"city":"Montréal"}}""";

    @Inject
    SpanProbe spans;

    private final String token = TestTokens.client(UUID.randomUUID());
    private final LogProbe log = LogProbe.open();

    @AfterEach
    void nothing_that_was_sent_is_logged() {
        log.close();
        assertThat(log.lines()).noneMatch(line -> line.contains(ECHO) || line.contains(INVENTED));
    }

    private List<String> logged(String code) {
        return log.lines().stream()
                .filter(line -> line.startsWith("ca.tripoint.kit.problem.ProblemFinish " + code))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

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

    private ValidatableResponse create(String body) {
        return client().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/things")
                .then();
    }

    @Test
    void without_a_token_nobody_enters() {
        problem(given().get("/v1/things/broken").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", containsString("Bearer"));
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
        client().head("/v1/things/label.pdf").then().statusCode(200);
        problem(client().delete("/v1/things/2027-03/labels").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD"));
    }

    @Test
    void a_dot_in_a_path_is_a_dot() {
        problem(client().delete("/v1/things/label.pdf").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, PATCH"));
        problem(client().delete("/v1/things/labelXpdf").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("PATCH"));
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
        problem(create("x".repeat(262_145)), 413, "payload-too-large")
                .body("maxBytes", equalTo(262_144))
                .header("Content-Language", "en-CA")
                .header("Vary", containsString("Accept-Language"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "{\"secret\":\"", "{\"place\":{\"city\":\"", "{\"place\":{\"city\":\"a\",\"tags\":[\""})
    void too_large_a_body_of_unannounced_length_is_refused_wherever_the_limit_is_met(String beginning)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + io.restassured.RestAssured.port + "/v1/things"))
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "k")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream((beginning + "x".repeat(400_000)).getBytes())))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("payload-too-large");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"secret":"SENSITIVE                                  | malformed-json  |
                    {"place":{"city":"SENSITIVE                           | malformed-json  |
                    {"secret":"a","secret":"SENSITIVE"}                   | malformed-json  |
                    {"size":1} SENSITIVE                                  | malformed-json  |
                    SENSITIVE                                             | malformed-json  |
                    {"size":1,"INVENTED":"SENSITIVE"}                     | invalid-request | INVENTED
                    {"size":1,"SENSITIVE of a patient":2}                 | invalid-request | (unknown)
                    {"secret":"s","size":"SENSITIVE"}                     | invalid-request | size
                    {"secret":"s","size":"1"}                             | invalid-request | size
                    {"secret":"s","size":1.5}                             | invalid-request | size
                    {"secret":5}                                          | invalid-request | secret
                    {"colour":"SENSITIVE"}                                | invalid-request | colour
                    {"place":{"city":"a","INVENTED":{"x":"SENSITIVE"}}}   | invalid-request | place.INVENTED
                    {"place":{"since":"SENSITIVE"}}                       | invalid-request | place.since
                    {"place":"SENSITIVE"}                                 | invalid-request | place
                    {"findings":[{"grade":1},{"grade":"SENSITIVE"}]}      | invalid-request | findings[1].grade
                    {"answers":{"INVENTED":["SENSITIVE"]}}                | invalid-request | answers.INVENTED
                    {"secret":"\\u0000SENSITIVE"}                          | invalid-request | secret
                    {"secret":"\\ud800SENSITIVE"}                          | invalid-request | secret
                    ["SENSITIVE"]                                         | invalid-request | (body)
                    "SENSITIVE"                                           | invalid-request | (body)
                    """)
    void a_body_of_another_shape_is_refused_by_field(String body, String code, String field) {
        problem(create(body), 400, code).body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"secret":"s","colour":"RED"}             | size              | required
                    {"secret":"s","size":null}                | size              | required
                    {"secret":"s","size":"SENSITIVE"}         | size              | wrong-type
                    {"findings":[{}]}                         | findings[0].grade | required
                    {"findings":[{"grade":{}}]}               | findings[0].grade | wrong-type
                    """)
    void a_number_that_is_not_there_is_required(String body, String field, String kind) {
        problem(create(body), 400, "invalid-request")
                .body("errors[0].field", equalTo(field))
                .body("errors[0].code", equalTo(kind));
    }

    @Test
    void an_unknown_field_is_named() {
        problem(create("{\"place\":{\"town\":\"SENSITIVE\"}}"), 400, "invalid-request")
                .body("errors[0].field", equalTo("place.town"))
                .body("errors[0].code", equalTo("unknown-field"));
        assertThat(logged("invalid-request")).containsExactly("invalid-request (400) [place.* unknown-field]");
    }

    /** A parser quotes what it cannot read, and frameworks like to attach exceptions. */
    @Test
    void nothing_that_was_sent_is_traced() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        for (String body : List.of("{\"size\":\"SENSITIVE\"}", "{\"size\":SENSITIVE}")) {
            client().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/v1/things")
                    .then()
                    .statusCode(400);
        }

        await().until(() -> spans.of(trace).size() >= 2);
        assertThat(spans.of(trace)).noneMatch(span -> span.contains(ECHO));
    }

    @Test
    void a_body_that_breaks_on_its_way_is_no_fault_of_ours() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST /v1/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                    + "\r\nIdempotency-Key: broken\r\nContent-Type: application/json\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc")
                            .getBytes(StandardCharsets.US_ASCII));

            await().until(() -> !logged("invalid-request").isEmpty());
        }
        assertThat(logged("internal-error")).isEmpty();
    }

    @Test
    void an_answer_is_no_web_application() {
        client().get("/v1/things/broken")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        given().get("/q/health/live").then().header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void bytes_that_are_no_text_are_no_json() {
        byte[] likeUtf32 = {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f};
        byte[] brokenUtf8 = {'{', '"', (byte) 0xc3, '"', ':', '1', '}'};
        for (byte[] bytes : List.of(likeUtf32, brokenUtf8)) {
            problem(
                    client().contentType(ContentType.JSON)
                            .body(bytes)
                            .post("/v1/things")
                            .then(),
                    400,
                    "malformed-json");
        }
    }

    @Test
    void a_value_that_refuses_to_exist_is_invalid() {
        problem(
                        client().contentType(ContentType.JSON)
                                .body("{\"from\":2,\"to\":1}")
                                .post("/v1/things/spans")
                                .then(),
                        400,
                        "invalid-request")
                .body("errors[0].field", equalTo("(body)"))
                .body("errors[0].code", equalTo("invalid"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "secret":" "                                           | secret            | required
                    "size":6                                               | size              | out-of-range
                    "place":{"city":""}                                    | place.city        | required
                    "place":{"city":"a","tags":["ok",""]}                  | place.tags[1]     | required
                    "findings":[{"grade":1},{"grade":6}]                   | findings[1].grade | out-of-range
                    "offers":["a",""]                                      | offers[1]         | required
                    "rounds":[["a"],["b",""]]                              | rounds[1][1]      | required
                    "answers":{"pain.level":99}                            | answers.pain.level| out-of-range
                    "answers":{"INVENTED":99}                              | answers.INVENTED  | out-of-range
                    "answers":{"SENSITIVE of a patient":99}                | answers.(unknown) | out-of-range
                    "grades":{"left":{"grade":6}}                          | grades.left.grade | out-of-range
                    """)
    void a_value_that_cannot_be_accepted_is_named_as_the_caller_would(String member, String field, String kind) {
        String good = """
                {"secret":"s","size":1,"colour":"RED","place":{"city":"Montréal"}}""";
        String name = member.substring(0, member.indexOf(':'));
        String body = good.contains(name)
                ? good.replaceFirst(name + ":(\\{[^}]*}|[^,]*)", Matcher.quoteReplacement(member))
                : good.replaceFirst("}$", Matcher.quoteReplacement("," + member + "}"));
        problem(create(body), 422, "validation-failed")
                .body("errors.field", equalTo(List.of(field)))
                .body("errors.code", equalTo(List.of(kind)));
    }

    @Test
    void every_value_that_cannot_be_accepted_is_named() {
        problem(
                        create("{\"secret\":\" \",\"size\":6,\"colour\":\"RED\",\"place\":{\"city\":\"\"}}"),
                        422,
                        "validation-failed")
                .body("errors.field", equalTo(List.of("place.city", "secret", "size")))
                .body("errors.code", equalTo(List.of("required", "required", "out-of-range")));
        assertThat(logged("validation-failed"))
                .containsExactly("validation-failed (422) [place.city required, secret required, size out-of-range]");
    }

    @Test
    void a_parameter_is_named_as_in_the_request() {
        problem(client().get("/v1/things/labels?page-size=0").then(), 422, "validation-failed")
                .body("errors.field", equalTo(List.of("page-size")));
        problem(
                        client().queryParam("page-size", 1)
                                .queryParam("colour", "a", " ")
                                .get("/v1/things/labels")
                                .then(),
                        422,
                        "validation-failed")
                .body("errors.field", equalTo(List.of("colour[1]")));
    }

    @Test
    void a_body_that_is_missing_is_named() {
        problem(client().contentType(ContentType.JSON).post("/v1/things").then(), 422, "validation-failed")
                .body("errors.field", equalTo(List.of("(body)")))
                .body("errors.code", equalTo(List.of("required")));
    }

    @Test
    void what_breaks_inside_is_told_to_nobody() {
        problem(client().get("/v1/things/broken").then(), 500, "internal-error").body(not(containsString("hunter2")));
        assertThat(logged("internal-error")).singleElement().asString().contains("IllegalStateException");
    }

    @Test
    void what_the_database_refuses_is_logged_without_the_row() {
        problem(
                client().contentType(ContentType.JSON)
                        .body("{\"note\":\"SENSITIVE\"}")
                        .post("/v1/things/notes")
                        .then(),
                500,
                "internal-error");
        assertThat(logged("internal-error")).singleElement().asString().contains("thing_note_is_short");
    }

    @Test
    void a_database_that_is_away_says_when_to_come_back() {
        problem(client().get("/v1/things/away").then(), 503, "temporarily-unavailable")
                .header("Retry-After", "5")
                .body(not(containsString("hunter2")));
        assertThat(logged("temporarily-unavailable")).hasSize(1);
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
