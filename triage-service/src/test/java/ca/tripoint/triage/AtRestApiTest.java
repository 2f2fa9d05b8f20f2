package ca.tripoint.triage;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** After everything that can be told was told, every column of every table is searched for it. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class AtRestApiTest {
    private static final List<String> TOLD = List.of(
            "Zebra",
            "Giraffe",
            "Okapi",
            "Quagga",
            "EMERGENCY",
            "ASSESSMENT_FIRST",
            "PROCEED",
            "BLADDER",
            "SADDLE",
            "CANCER",
            "GLUTEUS",
            "PRENATAL",
            "ces.",
            "pain.",
            "POSTERIOR_THIGH");

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final String therapist = TestTokens.therapist(maude);
    private final String clinician = TestTokens.clinician(UUID.randomUUID());

    @Inject
    DataSource database;

    @Test
    void nothing_that_was_told_lies_in_any_table_in_plain() throws SQLException {
        everythingIsTold();

        Map<String, List<String>> found = new TreeMap<>();
        int cells = 0;
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                cells += search(connection, table, found);
            }
        }

        assertThat(found).isEmpty();
        assertThat(cells).isGreaterThan(100);
    }

    /** The relay takes what it has sent out of the outbox: what the others are told is looked for where they hear it. */
    @Test
    void nothing_that_was_told_leaves_in_an_event() {
        try (EventProbe probe = EventProbe.on("triage.screenings")) {
            everythingIsTold();
            String last = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
            probe.await(event -> event.type().equals("screening-completed")
                    && event.value().path("screeningId").asText().equals(last));

            List<String> events = probe.received().stream()
                    .filter(event -> anne.toString().equals(event.key()))
                    .map(ReceivedEvent::toString)
                    .toList();
            assertThat(events).hasSizeGreaterThan(3);
            TOLD.forEach(word -> assertThat(events).noneMatch(event -> event.contains(word)));
        }
    }

    @Test
    void the_search_finds_what_is_there() throws SQLException {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        Map<String, List<String>> found = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement change = connection.createStatement()) {
                change.executeUpdate(
                        "UPDATE screening SET content = content || convert_to('Zebra', 'UTF8') WHERE id = '" + screening
                                + "'");
                change.executeUpdate("UPDATE screening SET consent_version = 'Okapi' WHERE id = '" + screening + "'");
            }
            search(connection, "screening", found);
            connection.rollback();
        }

        assertThat(found)
                .isEqualTo(
                        Map.of("screening.content", List.of("Zebra"), "screening.consent_version", List.of("Okapi")));
    }

    private void everythingIsTold() {
        ObjectNode body = Api.screening(
                Api.answers("PROCEED").put("gen.cancerHistory", "YES").put("notes", "Zebra crossing"), true);
        body.putObject("guardian").put("name", "Giraffe").put("relationship", "mother");
        String screening =
                Api.post(anne, body, UUID.randomUUID().toString()).extract().path("id");
        Api.send(
                        clinician,
                        "/v1/screenings/" + screening + "/overrides",
                        Map.of("lifts", List.of("CANCER_HISTORY"), "reason", "Okapi agrees"))
                .statusCode(201);
        Session session = BookingService.confirmed(anne, maude, screening, Duration.ofMinutes(1));
        Api.send(
                        TestTokens.client(anne),
                        "/v1/screenings/" + screening + "/reconfirmations",
                        Map.of("bookingId", session.bookingId(), "changes", false, "health", false, "events", false))
                .statusCode(201);
        TestClock.advance(Duration.ofMinutes(5));
        Api.send(therapist, "/v1/screenings/" + screening + "/findings", """
                        {"bookingId": "%s", "improved": true, "findings": [{"muscle": "GLUTEUS_MINIMUS", "side": "RIGHT",
                         "tender": true, "familiarPainReproduced": true, "referredPainReducedDuringHold": true,
                         "holdSeconds": 40}]}""".formatted(session.bookingId()))
                .statusCode(201);
        Api.send(
                        therapist,
                        "/v1/red-flags",
                        Map.of("clientId", anne, "code", "SADDLE_NUMBNESS", "note", "Quagga stripes"))
                .statusCode(201);
        Api.screen(anne, Api.answers("EMERGENCY").put("pregnantWeeks", 20).put("highRiskPregnancy", "NO"))
                .statusCode(201);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables)
                .contains(
                        "screening", "client", "outbox", "idempotency", "red_flag_report", "session_finding", "review");
        return tables;
    }

    /** Bytes as they are, everything else as text. */
    private static int search(Connection connection, String table, Map<String, List<String>> found)
            throws SQLException {
        int cells = 0;
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT * FROM " + table)) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String cell = columns.getColumnTypeName(i).equals("bytea") ? bytes(row, i) : row.getString(i);
                    String name = table + "." + columns.getColumnName(i);
                    if (cell != null) {
                        cells++;
                        TOLD.stream()
                                .filter(cell::contains)
                                .forEach(word -> found.computeIfAbsent(name, any -> new ArrayList<>())
                                        .add(word));
                    }
                }
            }
        }
        return cells;
    }

    private static String bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
