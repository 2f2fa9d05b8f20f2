package ca.tripoint.kittest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class BacklogTest {

    @Inject
    EntityManager database;

    @Test
    void an_event_that_cannot_be_sent_is_counted_and_ages_until_it_is_gone() {
        UUID stuck = UUID.randomUUID();
        change(
                "INSERT INTO outbox (event_id, topic, key, type, occurred_at, payload)"
                        + " VALUES (?1, 'no topic of that name!', 'k', 'screening-completed:1', now() - interval '1 hour', '{}')",
                stuck);
        try (EventProbe probe = EventProbe.on("triage.screenings")) {
            UUID behind = MessagingTest.newThing();
            try {
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    assertThat(metric("tripoint_outbox_events")).isEqualTo(2);
                    assertThat(metric("tripoint_outbox_oldest_age_seconds")).isBetween(3_600.0, 3_700.0);
                });
                given().get("/q/health/live")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'outbox relay' }.status", equalTo("UP"));
            } finally {
                change("DELETE FROM outbox WHERE event_id = ?1", stuck);
            }

            probe.await(Duration.ofSeconds(30), event -> behind.toString().equals(event.key()));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(metric("tripoint_outbox_events")).isZero();
                assertThat(metric("tripoint_outbox_oldest_age_seconds")).isZero();
            });
        }
    }

    @Test
    void a_row_from_before_types_had_versions_leaves_as_the_first() {
        UUID event = UUID.randomUUID();
        try (EventProbe probe = EventProbe.on("triage.screenings")) {
            change(
                    "INSERT INTO outbox (event_id, topic, key, type, occurred_at, payload)"
                            + " VALUES (?1, 'triage.screenings', 'k', 'invented-yesterday', now(), '{}')",
                    event);

            assertThat(probe.await(sent -> event.toString().equals(sent.id())).headers())
                    .containsAllEntriesOf(Map.of(
                            "ce_type",
                            "invented-yesterday",
                            "ce_dataschema",
                            "urn:tripoint:event:invented-yesterday:1"));
        }
    }

    private void change(String sql, UUID event) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(sql).setParameter(1, event).executeUpdate());
    }

    private static double metric(String name) {
        Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$")
                .matcher(given().get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
    }
}
