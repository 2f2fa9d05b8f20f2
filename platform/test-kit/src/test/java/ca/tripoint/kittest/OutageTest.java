package ca.tripoint.kittest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import ca.tripoint.contracts.ScreeningEvent.ScreeningCompleted;
import ca.tripoint.kit.transaction.SqlFailure;
import ca.tripoint.testkit.EventProducer;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database is away, or as good as away: nothing is wrong with what was asked or told. */
@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class OutageTest {

    @Inject
    AgroalDataSource pool;

    @Inject
    SeenEvents seen;

    @Test
    void a_request_that_gets_no_connection_is_told_to_come_back() throws SQLException {
        whileEveryConnectionIsHeld(() -> given().auth()
                .oauth2(TestTokens.client(UUID.randomUUID()))
                .get("/v1/things/" + UUID.randomUUID() + "/version")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("temporarily-unavailable")));
    }

    @Test
    void an_event_that_gets_no_connection_waits_until_there_is_one() throws SQLException {
        UUID client = UUID.randomUUID();
        try (LogProbe log = LogProbe.open();
                EventProducer producer = EventProducer.open()) {
            whileEveryConnectionIsHeld(() -> {
                producer.publish(
                        "triage.screenings",
                        client,
                        "/triage-service",
                        "screening-completed",
                        new ScreeningCompleted(UUID.randomUUID(), client, 1, Instant.now()));

                await().atMost(Duration.ofSeconds(30)).until(() -> triesOfTheInbox(log) > 3);
            });
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(seen.versionsSeenOf(client)).containsExactly(1L));
        }
    }

    private static long triesOfTheInbox(LogProbe log) {
        return log.lines().stream()
                .filter(line -> line.contains("could not be handled yet, trying again"))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "08006, true", // connection failure
        "53300, true", // too many connections
        "57P01, true", // admin shutdown
        "57P03, true", // cannot connect now
        "57P05, true", // idle session timeout
        "57014, false", // query cancelled
        "40001, false",
        "23505, false"
    })
    void an_outage_is_told_from_a_fault_by_its_state(String sqlState, boolean outage) {
        RuntimeException thrown = new IllegalStateException(new SQLException("", sqlState));

        assertThat(SqlFailure.of(thrown).map(SqlFailure::isOutage)).contains(outage);
    }

    @Test
    void a_failure_without_a_state_never_reached_the_database() {
        assertThat(SqlFailure.of(new IllegalStateException(new SQLException("no connection")))
                        .map(SqlFailure::isOutage))
                .contains(true);
        assertThat(SqlFailure.of(new IllegalStateException(new SQLTransientConnectionException()))
                        .map(SqlFailure::isOutage))
                .contains(true);
        assertThat(SqlFailure.of(new SQLException("outer", new SQLException("", "23505")))
                        .map(SqlFailure::sqlState))
                .isEqualTo(Optional.of("23505"));
        assertThat(SqlFailure.of(new IllegalStateException())).isEmpty();
    }

    /** The pool makes no more connections, and lends out none: those that there are, are all taken. */
    private void whileEveryConnectionIsHeld(Runnable story) throws SQLException {
        AgroalConnectionPoolConfiguration config = pool.getConfiguration().connectionPoolConfiguration();
        Duration patience = config.acquisitionTimeout();
        int maxSize = config.maxSize();
        List<Connection> held = new ArrayList<>();
        try {
            held.add(pool.getConnection());
            config.setMaxSize(1);
            config.setAcquisitionTimeout(Duration.ofMillis(200));
            while (addOneMore(held)) {
                assertThat(held).hasSizeLessThanOrEqualTo(maxSize);
            }
            story.run();
        } finally {
            config.setMaxSize(maxSize);
            config.setAcquisitionTimeout(patience);
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    private boolean addOneMore(List<Connection> held) {
        try {
            return held.add(pool.getConnection());
        } catch (SQLException exhausted) {
            return false;
        }
    }
}
