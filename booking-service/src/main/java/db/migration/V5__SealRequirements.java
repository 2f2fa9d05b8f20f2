package db.migration;

import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.json.Json;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * What a treatment needs was kept in clear beside its client's id, and {@code PRENATAL} tells of a pregnancy. From here on it lies
 * sealed with the client's key. The old text is overwritten before its columns go: a dropped column's values stay in the table's
 * pages.
 *
 * <p>What it writes must stay what {@code Requirements} reads; it therefore uses nothing of this service.
 */
public final class V5__SealRequirements extends BaseJavaMigration {

    private static final int AT_ONCE = 500;

    private record Row(UUID id, UUID client, Map<String, Object> requirements) {}

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        execute(connection, "LOCK TABLE booking IN ACCESS EXCLUSIVE MODE");
        execute(connection, "ALTER TABLE booking ADD COLUMN sealed_requirements bytea");
        for (List<Row> rows = unsealed(connection); !rows.isEmpty(); rows = unsealed(connection)) {
            seal(connection, rows);
        }
        execute(connection, "ALTER TABLE booking ALTER COLUMN sealed_requirements SET NOT NULL");
        execute(connection, "ALTER TABLE booking DROP COLUMN skills, DROP COLUMN equipment, DROP COLUMN min_duration");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Row> unsealed(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT id, client_id, skills, equipment, min_duration FROM booking
                        WHERE sealed_requirements IS NULL LIMIT ?
                        """)) {
            select.setInt(1, AT_ONCE);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(
                            found.getObject("id", UUID.class),
                            found.getObject("client_id", UUID.class),
                            Map.of(
                                    "skills",
                                    words(found.getString("skills")),
                                    "equipment",
                                    words(found.getString("equipment")),
                                    "minDuration",
                                    found.getInt("min_duration"))));
                }
            }
        }
        return rows;
    }

    private static void seal(Connection connection, List<Row> rows) throws SQLException {
        Vault vault = Arc.container().instance(Vault.class).get();
        Json json = Arc.container().instance(Json.class).get();
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE booking SET sealed_requirements = ?, skills = '', equipment = '', min_duration = 0 WHERE id = ?")) {
            for (Row row : rows) {
                Cell cell = new Cell("booking", "sealed_requirements", row.id(), row.client());
                update.setBytes(1, vault.seal(cell, json.write(row.requirements())));
                update.setObject(2, row.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
