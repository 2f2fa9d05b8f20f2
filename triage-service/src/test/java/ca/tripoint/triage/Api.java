package ca.tripoint.triage;

import static io.restassured.RestAssured.given;

import ca.tripoint.testkit.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    public static ValidatableResponse submit(UUID client, String id) {
        return client(client).post("/v1/screenings/" + id + "/submission").then();
    }

    public static ValidatableResponse get(UUID client, String id) {
        return client(client).get("/v1/screenings/" + id).then();
    }
}
