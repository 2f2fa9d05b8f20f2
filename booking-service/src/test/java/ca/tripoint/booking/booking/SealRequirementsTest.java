package ca.tripoint.booking.booking;

import static ca.tripoint.booking.Api.reschedule;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import ca.tripoint.booking.Database;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.TripointInfrastructure;
import ca.tripoint.testkit.infrastructure.SharedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A service that starts on a database from before V5 seals what the treatments need, and still keeps to it. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
@TestProfile(SealRequirementsTest.OnAnOldDatabase.class)
class SealRequirementsTest {

    private static final UUID ANNE = UUID.fromString("0190a1b2-0000-7000-8000-00000000c11e");
    private static final UUID MAUDE = UUID.fromString("0190a1b2-0000-7000-8000-000000007e4a");
    private static final UUID BOOKING = UUID.fromString("0190a1b2-0000-7000-8000-00000000b00c");

    @Inject
    Database database;

    @Test
    void what_was_kept_in_clear_is_sealed_and_still_holds() {
        assertThat(database.number("""
                SELECT count(*) FROM information_schema.columns
                WHERE table_name = 'booking' AND column_name IN ('skills', 'equipment', 'min_duration')
                """)).isZero();
        assertThat(database.number("SELECT count(*) FROM booking WHERE strpos(booking::text, 'PRENATAL') > 0"))
                .isZero();
        Fact suitable = offer(ANNE, MAUDE, inDays(31, "10:00"))
                .claim("skills", List.of("PRENATAL", "TRIGGER_POINT"))
                .claim("equipment", List.of("TABLE"));

        for (Fact unsuitable :
                List.of(suitable.claim("skills", List.of("TRIGGER_POINT")), suitable.claim("equipment", List.of()))) {
            reschedule(ANNE, BOOKING, "*", unsuitable).then().statusCode(422).body("code", equalTo("offer-unsuitable"));
        }
        reschedule(ANNE, BOOKING, "*", suitable).then().statusCode(200).body("version", equalTo(2));
    }

    public static final class OnAnOldDatabase implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OldDatabase.class));
        }
    }

    /** Takes the place of the new database that the tests would get. */
    public static final class OldDatabase implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            ca.tripoint.embedded.Database old = SharedServers.ofThisBuild().newDatabase();
            Flyway.configure()
                    .dataSource(old.jdbcUrl(), old.username(), old.password())
                    .locations("filesystem:src/main/resources/db/migration")
                    .target("3")
                    .load()
                    .migrate();
            try (Connection connection = DriverManager.getConnection(old.jdbcUrl(), old.username(), old.password())) {
                insertBooking(connection);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return Map.of(
                    "quarkus.datasource.jdbc.url", old.jdbcUrl(),
                    "quarkus.datasource.username", old.username(),
                    "quarkus.datasource.password", old.password());
        }

        @Override
        public void stop() {}

        private static void insertBooking(Connection connection) throws SQLException {
            execute(connection, "INSERT INTO client (client_id) VALUES (?)", ANNE);
            execute(connection, "INSERT INTO therapist (therapist_id) VALUES (?)", MAUDE);
            execute(connection, """
                    INSERT INTO booking (id, client_id, therapist_id, offer_id,
                        clearance_id, screening_id, clearance_issued_at, skills, equipment, min_duration,
                        start_at, end_at, local_start, zone, tz_version, busy_from, busy_to,
                        province, fsa, latitude, longitude, sealed_address,
                        subtotal_cents, taxes, total_cents, grace_minutes, free_minutes, reduced_minutes, reduced_percent,
                        status, version, made_at, booked_at)
                    SELECT ?, ?, ?, gen_random_uuid(),
                        gen_random_uuid(), gen_random_uuid(), now(), 'PRENATAL TRIGGER_POINT', 'TABLE', 60,
                        at, at + interval '1 hour', '2027-03-10T10:00', 'America/Toronto', '2026e',
                        at - interval '15 minutes', at + interval '75 minutes',
                        'QC', 'H2X', 45.514, -73.57, '\\x00',
                        12900, 'GST 0.05 645;QST 0.09975 1287', 14832, 60, 1440, 240, 50,
                        'CONFIRMED', 1, now(), now()
                    FROM (SELECT now() + interval '60 days' AS at) AS visit
                    """, BOOKING, ANNE, MAUDE);
        }

        private static void execute(Connection connection, String sql, UUID... ids) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int at = 0; at < ids.length; at++) {
                    insert.setObject(at + 1, ids[at]);
                }
                insert.executeUpdate();
            }
        }
    }
}
