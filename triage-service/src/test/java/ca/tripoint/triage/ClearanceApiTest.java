package ca.tripoint.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import db.migration.V7__WhatLastClearancesAsk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class ClearanceApiTest {
    private static final String TOPIC = "triage.screenings";
    private static final String NOTHING = "";

    private final UUID anne = UUID.randomUUID();

    @Inject
    DataSource database;

    private List<ReceivedEvent> revocations(EventProbe probe, int expected) {
        await().pollInSameThread().until(() -> revocations(probe).size() == expected);
        return revocations(probe);
    }

    private List<ReceivedEvent> revocations(EventProbe probe) {
        return probe.received().stream()
                .filter(event -> anne.toString().equals(event.key()))
                .filter(event -> event.type().equals("clearance-revoked"))
                .toList();
    }

    @Test
    void a_clearance_that_asks_for_no_more_than_the_last_one_takes_its_place() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Api.screen(anne, Api.answers("PROCEED"));
            String second = Api.screen(anne, Api.answers("PROCEED").put("gen.osteoporosis", "YES"))
                    .body("clearance.requires.minDuration", equalTo(60))
                    .extract()
                    .path("id");

            assertThat(revocations(probe, 1))
                    .extracting(event -> event.text("replacedByScreeningId"))
                    .containsExactly(second);
        }
    }

    @Test
    void visits_do_not_stay_on_a_clearance_that_asked_for_fewer_skills() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Api.screen(anne, Api.answers("PROCEED"));
            Api.screen(anne, Api.answers("PROCEED").put("pregnantWeeks", 20).put("highRiskPregnancy", "NO"))
                    .body("clearance.requires.skills", hasItem("PRENATAL"))
                    .body("clearance.token", notNullValue());
            String third = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");

            assertThat(revocations(probe, 2))
                    .extracting(event -> event.text("replacedByScreeningId"))
                    .as("the second asks for more than the first, the third for less than the second")
                    .containsExactly(NOTHING, third);
        }
    }

    @Test
    void visits_do_not_stay_on_a_clearance_for_a_shorter_time() {
        ObjectNode bothSides = Api.answers("PROCEED");
        bothSides.putArray("pain.regions").add("LUMBAR").add("BUTTOCK_R").add("BUTTOCK_L");
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Api.screen(anne, Api.answers("PROCEED")).body("clearance.requires.minDuration", equalTo(60));
            Api.screen(anne, bothSides).body("clearance.requires.minDuration", equalTo(90));

            assertThat(revocations(probe, 1))
                    .extracting(event -> event.text("replacedByScreeningId"))
                    .containsExactly(NOTHING);
        }
    }

    @Test
    void a_clearance_that_has_expired_is_compared_too_because_visits_rest_on_it() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Api.screen(anne, Api.answers("PROCEED"));
            TestClock.advance(Duration.ofDays(20));
            Api.screen(anne, Api.answers("PROCEED").put("pregnantWeeks", 20).put("highRiskPregnancy", "NO"));

            assertThat(revocations(probe, 1))
                    .extracting(event -> event.text("replacedByScreeningId"))
                    .containsExactly(NOTHING);
        }
    }

    @Test
    void visits_do_not_stay_on_a_clearance_of_which_nobody_knows_what_it_asked_for() throws Exception {
        try (EventProbe probe = EventProbe.on(TOPIC);
                Connection connection = database.getConnection()) {
            Api.screen(anne, Api.answers("PROCEED"));
            forgetWhatTheLastClearanceAsks(connection);
            Api.screen(anne, Api.answers("PROCEED"));

            assertThat(revocations(probe, 1))
                    .extracting(event -> event.text("replacedByScreeningId"))
                    .containsExactly(NOTHING);
        }
    }

    /** Of a clearance issued before its person's row kept what it asks for, V7 reads it from the screening. */
    @Test
    void what_an_earlier_release_cleared_is_compared_too() throws Exception {
        try (EventProbe probe = EventProbe.on(TOPIC);
                Connection connection = database.getConnection()) {
            Api.screen(anne, Api.answers("PROCEED"));
            forgetWhatTheLastClearanceAsks(connection);
            new V7__WhatLastClearancesAsk().migrate(migrating(connection));
            String second = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");

            assertThat(revocations(probe, 1))
                    .extracting(event -> event.text("replacedByScreeningId"))
                    .containsExactly(second);
        }
    }

    private void forgetWhatTheLastClearanceAsks(Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE client SET last_asked = NULL WHERE id = ?")) {
            update.setObject(1, anne);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private static Context migrating(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
