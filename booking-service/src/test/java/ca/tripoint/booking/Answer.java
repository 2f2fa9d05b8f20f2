package ca.tripoint.booking;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What many callers at once are told; prepared before the race, so that only the request runs in it. */
public record Answer(int status, JsonObject body, boolean replayed) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static HttpRequest booking(String token, String key, Map<String, Object> order) {
        return request(token, "/v1/bookings", order)
                .header("Idempotency-Key", key)
                .build();
    }

    public static HttpRequest course(String token, String key, Map<String, Object> order) {
        return request(token, "/v1/courses", order)
                .header("Idempotency-Key", key)
                .build();
    }

    public static HttpRequest reschedule(String token, UUID booking, String offer) {
        return reschedule(token, booking, Map.of("offer", offer));
    }

    public static HttpRequest reschedule(String token, UUID booking, Map<String, Object> newTime) {
        return request(token, "/v1/bookings/" + booking + "/reschedule", newTime)
                .header("If-Match", "*")
                .build();
    }

    /** Any version will do. */
    public static HttpRequest post(String token, String path) {
        return request(token, path, Map.of()).header("If-Match", "*").build();
    }

    private static HttpRequest.Builder request(String token, String path, Map<String, Object> body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(new JsonObject(body).encode()));
    }

    public static Answer to(HttpRequest request) throws IOException, InterruptedException {
        return of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** Asks, and does not wait for the answer. */
    public static CompletableFuture<Answer> begin(HttpRequest request) {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(Answer::of);
    }

    /** What was begun is answered within this time unless it waits for something. */
    public static Answer of(CompletableFuture<Answer> begun) {
        return begun.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                new JsonObject(response.body()),
                response.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    public String code() {
        return body.getString("code", "");
    }
}
