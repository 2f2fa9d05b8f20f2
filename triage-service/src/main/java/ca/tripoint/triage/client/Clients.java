package ca.tripoint.triage.client;

import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.outbox.Outbox;
import ca.tripoint.kit.transaction.Writes;
import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The clients' rows. A row is locked before anything is said about its person, and saved with the events of that. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Clients {
    private static final String INSERT = "INSERT INTO client (id) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String READ =
            "SELECT version, refused_before, last_issued, warned_at, history, last_asked FROM client WHERE id = ?";
    private static final String LOCK = READ + " FOR NO KEY UPDATE";
    private static final String UPDATE = """
            UPDATE client SET version = ?, refused_before = ?, last_issued = ?, warned_at = ?, history = ?, last_asked = ?
            WHERE id = ?
            """;

    private static final EarlierFlag[] NO_FLAGS = {};

    private final DataSource database;
    private final Writes writes;
    private final Vault vault;
    private final Outbox outbox;
    private final Json json;

    Clients(DataSource database, Writes writes, Vault vault, Outbox outbox, Json json) {
        this.database = database;
        this.writes = writes;
        this.vault = vault;
        this.outbox = outbox;
        this.json = json;
    }

    /** The person's row, locked until the transaction ends; made if this is the first time we hear of them. */
    public Client lock(UUID id) {
        try (Connection connection = database.getConnection()) {
            Optional<Client> known = read(connection, LOCK, id);
            if (known.isPresent()) {
                return known.get();
            }
            if (insert(connection, id)) {
                return Client.heardOf(id);
            }
            return read(connection, LOCK, id)
                    .orElseThrow(() -> new IllegalStateException("a client vanished while it was locked"));
        } catch (SQLException failure) {
            throw new IllegalStateException("a client could not be locked", failure);
        }
    }

    /** False where somebody else was first. */
    private static boolean insert(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            return insert.executeUpdate() == 1;
        }
    }

    /** The person as they were last saved. */
    public Optional<Client> find(UUID id) {
        try (Connection connection = database.getConnection()) {
            return read(connection, READ, id);
        } catch (SQLException failure) {
            throw new IllegalStateException("a client could not be read", failure);
        }
    }

    public void save(Client client) {
        writes.add(
                UPDATE,
                client.version(),
                timestamp(client.refusedBefore()),
                timestamp(client.lastIssued()),
                timestamp(client.warnedAt()),
                client.history().isEmpty() ? null : seal("history", client.id(), client.history()),
                client.lastAsked() == null ? null : seal("last_asked", client.id(), client.lastAsked()),
                client.id());
        client.drainEvents().forEach(outbox::append);
    }

    private Optional<Client> read(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Client(
                                id,
                                row.getLong("version"),
                                instant(row, "refused_before"),
                                instant(row, "last_issued"),
                                instant(row, "warned_at"),
                                List.of(opened(row, "history", id, EarlierFlag[].class)
                                        .orElse(NO_FLAGS)),
                                opened(row, "last_asked", id, Client.Asked.class)
                                        .orElse(null)))
                        : Optional.empty();
            }
        }
    }

    private <T> Optional<T> opened(ResultSet row, String column, UUID id, Class<T> type) throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null ? Optional.empty() : Optional.of(json.read(vault.open(cell(column, id), sealed), type));
    }

    private byte[] seal(String column, UUID id, Object value) {
        return vault.seal(cell(column, id), json.write(value));
    }

    private static Cell cell(String column, UUID id) {
        return new Cell("client", column, id, id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
