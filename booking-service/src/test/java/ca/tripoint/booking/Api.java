package ca.tripoint.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as its callers see it. */
public final class Api {

    private Api() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static RequestSpecification asClient(UUID client) {
        return as(TestTokens.client(client));
    }

    public static Map<String, Object> order(Fact offer, Fact clearance) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("offer", offer.sign());
        order.put("clearance", clearance.sign());
        return order;
    }

    public static Response post(UUID client, String path, String key, Object body) {
        return asClient(client).header("Idempotency-Key", key).body(body).post(path);
    }

    public static Response book(UUID client, Map<String, Object> order) {
        return post(client, "/v1/bookings", UUID.randomUUID().toString(), order);
    }

    public static Response book(UUID client, Fact offer) {
        return book(client, order(offer, Paper.clearance(client)));
    }

    /** Books an hour and returns the booking's id. */
    public static UUID booked(UUID client, UUID therapist, Instant start) {
        return id(book(client, Paper.offer(client, therapist, start)));
    }

    public static Response hold(UUID client, Fact offer) {
        Map<String, Object> order = order(offer, Paper.clearance(client));
        order.put("hold", true);
        return book(client, order);
    }

    public static UUID id(Response created) {
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return UUID.fromString(created.path("id"));
    }

    public static Response bookCourse(UUID client, List<Fact> offers, Fact clearance) {
        return post(
                client,
                "/v1/courses",
                UUID.randomUUID().toString(),
                Map.of("offers", offers.stream().map(Fact::sign).toList(), "clearance", clearance.sign()));
    }

    public static Response cancel(String token, UUID booking, String ifMatch) {
        return as(token).header("If-Match", ifMatch).post("/v1/bookings/" + booking + "/cancellation");
    }

    public static Response reschedule(UUID client, UUID booking, String ifMatch, Fact offer) {
        return asClient(client)
                .header("If-Match", ifMatch)
                .body(Map.of("offer", offer.sign()))
                .post("/v1/bookings/" + booking + "/reschedule");
    }

    /** Moves it, and lets it rest on another clearance. */
    public static Response reschedule(UUID client, UUID booking, String ifMatch, Fact offer, Fact clearance) {
        return asClient(client)
                .header("If-Match", ifMatch)
                .body(order(offer, clearance))
                .post("/v1/bookings/" + booking + "/reschedule");
    }

    public static Response see(String token, UUID booking) {
        return as(token).get("/v1/bookings/" + booking);
    }

    public static String statusOf(UUID client, UUID booking) {
        return see(TestTokens.client(client), booking)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }
}
