package db.migration;

import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Writes into each person's row, sealed, what their standing clearance asks of a visit, as its screening says; so that visits that
 * rest on it stay when they are screened again and need no more.
 *
 * <p>What it writes must stay what {@code Client} reads; it therefore uses nothing of this service.
 */
public final class V7__WhatLastClearancesAsk extends BaseJavaMigration {

    private static final int AT_ONCE = 200;

    private static final String STANDING = """
            SELECT p.id, p.last_issued, s.id AS screening_id, s.content
            FROM client p
            JOIN LATERAL (SELECT screening_id FROM clearance WHERE client_id = p.id ORDER BY issued_at DESC LIMIT 1) last ON true
            JOIN screening s ON s.id = last.screening_id
            WHERE p.id > ? AND p.last_asked IS NULL
              AND p.last_issued IS NOT NULL AND (p.refused_before IS NULL OR p.last_issued > p.refused_before)
            ORDER BY p.id LIMIT ?
            """;

    private static final String UPDATE = "UPDATE client SET last_asked = ? WHERE id = ? AND last_asked IS NULL";

    private record Person(UUID id, Instant lastIssued, UUID screening, byte[] content) {
        @Override
        public String toString() {
            return "Person[redacted]";
        }
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        UUID last = new UUID(0, 0);
        for (List<Person> people = after(connection, last); !people.isEmpty(); people = after(connection, last)) {
            write(connection, people);
            last = people.getLast().id();
        }
    }

    private static List<Person> after(Connection connection, UUID id) throws SQLException {
        List<Person> people = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setObject(1, id);
            select.setInt(2, AT_ONCE);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    people.add(new Person(
                            found.getObject("id", UUID.class),
                            found.getObject("last_issued", OffsetDateTime.class).toInstant(),
                            found.getObject("screening_id", UUID.class),
                            found.getBytes("content")));
                }
            }
        }
        return people;
    }

    private static void write(Connection connection, List<Person> people) throws SQLException {
        Vault vault = Arc.container().instance(Vault.class).get();
        Json json = Arc.container().instance(Json.class).get();
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Person person : people) {
                Cell said = new Cell("screening", "content", person.screening(), person.id());
                JsonNode asks = json.read(vault.open(said, person.content()), JsonNode.class)
                        .at("/decided/requires");
                if (asks.isObject()) {
                    Cell asked = new Cell("client", "last_asked", person.id(), person.id());
                    Map<String, Object> last = Map.of("issuedAt", person.lastIssued(), "requires", asks);
                    update.setBytes(1, vault.seal(asked, json.write(last)));
                    update.setObject(2, person.id());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }
}
