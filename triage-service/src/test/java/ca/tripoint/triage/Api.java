package ca.tripoint.triage;

import static io.restassured.RestAssured.given;

import ca.tripoint.testkit.TestTokens;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tests ask the service, as its callers would. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Api() {}

    /** The answers of {@code /answers/<outcome>.json}, to be changed. */
    public static ObjectNode answers(String outcome) {
        try (InputStream in = Api.class.getResourceAsStream("/answers/" + outcome + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same answers, to be sent in a PATCH. */
    public static Map<String, Object> map(ObjectNode answers) {
        return JSON.convertValue(answers, new TypeReference<>() {});
    }

    public static ObjectNode none() {
        return JSON.createObjectNode();
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static RequestSpecification client(UUID id) {
        return as(TestTokens.client(id));
    }

    public static ObjectNode screening(JsonNode answers, boolean submit) {
        ObjectNode body = JSON.createObjectNode();
        body.set("answers", answers);
        body.putObject("consent").put("healthIntake", "v1");
        body.put("submit", submit);
        return body;
    }

    public static ValidatableResponse post(UUID client, Object body, String key) {
        return client(client)
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/v1/screenings")
                .then();
    }

    /** One-shot: all answers, to be decided. */
    public static ValidatableResponse screen(UUID client, JsonNode answers) {
        return post(client, screening(answers, true), UUID.randomUUID().toString());
    }

    /** Step by step: to be answered further. */
    public static ValidatableResponse start(UUID client, JsonNode answers) {
        return post(client, screening(answers, false), UUID.randomUUID().toString());
    }

    public static ValidatableResponse patch(UUID client, String id, String etag, Map<String, Object> answers) {
        return client(client)
                .header("If-Match", etag)
                .body(Map.of("answers", answers))
                .patch("/v1/screenings/" + id + "/answers")
                .then();
    }

    /** An answer given a second after the one before. */
    public static ValidatableResponse later(UUID client, String id, int version, Map<String, Object> answers) {
        TestClock.advance(Duration.ofSeconds(1));
        return patch(client, id, "\"" + version + "\"", answers).statusCode(200);
    }

    public static ValidatableResponse submit(UUID client, String id) {
        return client(client).post("/v1/screenings/" + id + "/submission").then();
    }

    public static ValidatableResponse get(UUID client, String id) {
        return client(client).get("/v1/screenings/" + id).then();
    }

    /** A creating POST of anybody, with a key of its own. */
    public static ValidatableResponse send(String token, String path, Object body) {
        return send(token, path, body, UUID.randomUUID().toString());
    }

    public static ValidatableResponse send(String token, String path, Object body, String key) {
        return as(token).header("Idempotency-Key", key).body(body).post(path).then();
    }

    public static ValidatableResponse read(String token, String path) {
        return as(token).get(path).then();
    }

    public static ValidatableResponse briefing(String therapist, String screening, Object bookingId) {
        return read(therapist, "/v1/screenings/" + screening + "/briefing?bookingId=" + bookingId);
    }

    public static ValidatableResponse briefing(String therapist, String screening) {
        return read(therapist, "/v1/screenings/" + screening + "/briefing");
    }

    public static ValidatableResponse override(String clinician, String screening, String... codes) {
        return send(
                clinician,
                "/v1/screenings/" + screening + "/overrides",
                Map.of("lifts", codes, "reason", "Oncologist agrees in writing"));
    }

    public static ValidatableResponse report(String therapist, UUID client, String code) {
        return send(therapist, "/v1/red-flags", Map.of("clientId", client, "code", code, "note", "both feet"));
    }

    /** All that waits for a clinician, page by page. */
    public static List<Map<String, Object>> waiting(String clinician) {
        List<Map<String, Object>> all = new ArrayList<>();
        String next = "/v1/reviews";
        while (next != null) {
            ValidatableResponse page =
                    as(clinician).urlEncodingEnabled(false).get(next).then().statusCode(200);
            all.addAll(page.extract().path("items"));
            next = page.extract().path("next");
        }
        return all;
    }
}
