package ca.tripoint.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.embedded.EmbeddedPostgres.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @Test
    void data_survive_a_restart(@TempDir Path home) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home.resolve("pg"), Durability.FULL)) {
            run(
                    postgres.createDatabase("booking", "first"),
                    "CREATE TABLE visit (id int); INSERT INTO visit VALUES (7)");
        }

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home.resolve("pg"), Durability.FULL)) {
            Database booking = postgres.createDatabase("booking", "second");

            assertThat(ask(booking, "SELECT id FROM visit")).isEqualTo("7");
            assertThat(ask(booking, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void an_owner_may_create_what_exclusion_constraints_need() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
            Database booking = postgres.createDatabase("booking", "secret");

            run(booking, "CREATE EXTENSION btree_gist");

            assertThat(ask(booking, "SELECT extname FROM pg_extension WHERE extname = 'btree_gist'"))
                    .isEqualTo("btree_gist");
        }
    }

    @Test
    void a_service_reaches_its_own_database_and_no_other() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
            Database triage = postgres.createDatabase("triage", "triage-secret");
            Database booking = postgres.createDatabase("booking", "booking-secret");

            assertThat(ask(triage, "SELECT current_user")).isEqualTo("triage");
            assertThatThrownBy(() -> DriverManager.getConnection(booking.jdbcUrl(), "triage", "triage-secret"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(booking.jdbcUrl(), "booking", "triage-secret"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_database_says_what_it_is_without_its_password() {
        assertThat(new Database("jdbc:postgresql://127.0.0.1:1/booking", "booking", "secret").toString())
                .contains("booking")
                .doesNotContain("secret");
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
