package ca.tripoint.kittest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.tripoint.contracts.ScreeningEvent.ScreeningCompleted;
import ca.tripoint.kit.json.Json;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.EventProducer;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class MessagingTest {

    @Inject
    Things things;

    @Inject
    SeenEvents seen;

    @Inject
    Json json;

    static UUID newThing() {
        return newThing(Map.of());
    }

    static UUID newThing(Map<String, String> headers) {
        return UUID.fromString(given().auth()
                .oauth2(TestTokens.client(UUID.randomUUID()))
                .header("Idempotency-Key", UUID.randomUUID())
                .headers(headers)
                .contentType(ContentType.JSON)
                .body("""
                        {"secret":"s","size":1,"colour":"RED","place":{"city":"Montréal"}}""")
                .post("/v1/things")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    @Test
    void an_event_travels_as_a_cloud_event_in_binary_mode() {
        try (EventProbe probe = EventProbe.on("triage.screenings")) {
            UUID id = newThing();

            ReceivedEvent event = probe.await(candidate -> id.toString().equals(candidate.key()));

            assertThat(event.header("ce_type")).contains("screening-completed");
            assertThat(event.header("ce_specversion")).contains("1.0");
            assertThat(event.header("ce_source")).contains("/kit-service");
            assertThat(event.header("ce_subject")).contains(id.toString());
            assertThat(event.header("ce_dataschema")).isEqualTo("urn:tripoint:event:screening-completed:1");
            assertThat(event.header("content-type")).contains("application/json");
            assertThat(event.header("traceparent")).isNotBlank();
            assertThat(event.value().path("screeningId").asText()).isEqualTo(id.toString());
        }
    }

    @Test
    void a_trace_goes_on_where_the_event_arrives() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (EventProbe probe = EventProbe.on("triage.screenings")) {
            UUID id = newThing(Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

            ReceivedEvent event = probe.await(candidate -> id.toString().equals(candidate.key()));

            assertThat(event.header("traceparent")).startsWith("00-" + trace).endsWith("-01");
            await().untilAsserted(() -> assertThat(seen.tracesSeenOf(id)).containsExactly(trace));
        }
    }

    @Test
    void a_request_that_nobody_traces_is_not_traced_here_either() {
        try (EventProbe probe = EventProbe.on("triage.screenings")) {
            UUID id = newThing();

            assertThat(probe.await(candidate -> id.toString().equals(candidate.key()))
                            .header("traceparent"))
                    .endsWith("-00");
        }
    }

    @Test
    void events_of_one_aggregate_arrive_in_the_order_of_its_changes() throws Exception {
        UUID id = newThing();
        int changes = 60;
        try (ExecutorService many = Executors.newFixedThreadPool(12)) {
            List<Future<?>> done = IntStream.range(0, changes)
                    .<Future<?>>mapToObj(change -> many.submit(() -> things.change(id)))
                    .toList();
            for (Future<?> change : done) {
                change.get();
            }
        }

        await().untilAsserted(() -> assertThat(seen.versionsSeenOf(id))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, changes + 1).boxed().toList()));
    }

    @Test
    void an_event_delivered_twice_counts_once() {
        UUID client = UUID.randomUUID();
        ScreeningCompleted event = new ScreeningCompleted(UUID.randomUUID(), client, 5, Instant.now());
        try (EventProducer producer = EventProducer.open()) {
            UUID eventId =
                    producer.publish("triage.screenings", client, "/triage-service", "screening-completed", event);
            producer.publish("triage.screenings", client, "/triage-service", "screening-completed", event, eventId);
            producer.publish(
                    "triage.screenings",
                    client,
                    "/triage-service",
                    "screening-completed",
                    new ScreeningCompleted(UUID.randomUUID(), client, 6, Instant.now()));
        }

        await().untilAsserted(() -> assertThat(seen.versionsSeenOf(client)).contains(6L));
        assertThat(seen.versionsSeenOf(client)).containsExactly(5L, 6L);
    }

    @Test
    void what_cannot_be_handled_is_put_aside_and_leaves_nothing_behind() {
        UUID client = UUID.randomUUID();
        try (EventProbe deadLetters = EventProbe.on("triage.screenings.dead-letter");
                EventProducer producer = EventProducer.open()) {
            producer.publish(
                    "triage.screenings",
                    client,
                    "/triage-service",
                    "screening-completed",
                    new ScreeningCompleted(UUID.randomUUID(), client, 666, Instant.now()));
            producer.send(
                    "triage.screenings", client.toString(), Map.of("ce_type", "screening-completed"), new byte[] {'{'});
            producer.publish(
                    "triage.screenings",
                    client,
                    "/triage-service",
                    "screening-completed",
                    new ScreeningCompleted(UUID.randomUUID(), client, 667, Instant.now()));

            ReceivedEvent poison = deadLetters.await(event -> client.toString().equals(event.key())
                    && event.value().path("version").asInt() == 666);
            assertThat(poison.header("dead-letter-reason")).contains("cannot handle this");
        }
        await().untilAsserted(() -> assertThat(seen.versionsSeenOf(client)).containsExactly(667L));
    }

    @Test
    void a_version_that_nobody_here_knows_is_put_aside_and_not_read_as_another() {
        UUID client = UUID.randomUUID();
        try (EventProbe deadLetters = EventProbe.on("triage.screenings.dead-letter");
                EventProducer producer = EventProducer.open()) {
            producer.send(
                    "triage.screenings",
                    client.toString(),
                    Map.of(
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_type",
                            "screening-completed",
                            "ce_dataschema",
                            "urn:tripoint:event:screening-completed:2"),
                    json.write(new ScreeningCompleted(UUID.randomUUID(), client, 1, Instant.now()))
                            .getBytes(StandardCharsets.UTF_8));
            producer.publish(
                    "triage.screenings",
                    client,
                    "/triage-service",
                    "screening-completed",
                    new ScreeningCompleted(UUID.randomUUID(), client, 2, Instant.now()));

            ReceivedEvent aside = deadLetters.await(event -> client.toString().equals(event.key()));
            assertThat(aside.header("dead-letter-reason")).contains("urn:tripoint:event:screening-completed:2");
        }
        await().untilAsserted(() -> assertThat(seen.versionsSeenOf(client)).containsExactly(2L));
    }

    @Test
    void a_type_that_nobody_here_knows_is_passed_over() {
        UUID client = UUID.randomUUID();
        try (EventProducer producer = EventProducer.open()) {
            producer.publish("triage.screenings", client, "/triage-service", "invented-tomorrow", Map.of("a", 1));
            producer.publish(
                    "triage.screenings",
                    client,
                    "/triage-service",
                    "screening-completed",
                    new ScreeningCompleted(UUID.randomUUID(), client, 1, Instant.now()));
        }
        await().untilAsserted(() -> assertThat(seen.versionsSeenOf(client)).containsExactly(1L));
    }
}
