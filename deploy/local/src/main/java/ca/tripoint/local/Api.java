package ca.tripoint.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A client of one service's public API. Every POST carries an {@code Idempotency-Key}, a new one unless one was given.
 *
 * <pre>{@code
 * Answer answer = system.api(Service.TRIAGE).as(token).in("fr-CA").post("/v1/screenings", body);
 * }</pre>
 */
public final class Api {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final URI service;
    private final Map<String, String> headers;

    Api(URI service) {
        this(service, Map.of("Accept", "application/json"));
    }

    private Api(URI service, Map<String, String> headers) {
        this.service = service;
        this.headers = headers;
    }

    /** The same, with a bearer token. */
    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same, in a language such as {@code fr-CA}. */
    public Api in(String language) {
        return with("Accept-Language", language);
    }

    /** The same, with one more header. */
    public Api with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Api(service, more);
    }

    public Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        Api keyed = headers.containsKey("Idempotency-Key")
                ? this
                : with("Idempotency-Key", UUID.randomUUID().toString());
        return keyed.send("POST", path, json(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), read(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + service + path + " was not answered", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(
                    body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Not JSON: " + body, impossible);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(body);
        }
    }
}
