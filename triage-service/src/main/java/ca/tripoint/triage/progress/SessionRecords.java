package ca.tripoint.triage.progress;

import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.json.Json;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.progress.SessionRecord.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Session records as they are stored: what was found is sealed. One record per booking. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SessionRecords {
    private static final String INSERT = """
            INSERT INTO session_finding (id, booking_id, screening_id, client_id, therapist_id, recorded_at, content)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (booking_id) DO NOTHING
            """;
    private static final String SELECT = """
            SELECT id, booking_id, screening_id, therapist_id, recorded_at, content FROM session_finding
            WHERE client_id = ? ORDER BY recorded_at, id
            """;

    private final DataSource database;
    private final Vault vault;
    private final Json json;

    SessionRecords(DataSource database, Vault vault, Json json) {
        this.database = database;
        this.vault = vault;
        this.json = json;
    }

    /** @return whether this is the booking's first record; a second one is not stored */
    public boolean add(SessionRecord record) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, record.id());
            insert.setObject(2, record.bookingId());
            insert.setObject(3, record.screeningId());
            insert.setObject(4, record.clientId());
            insert.setObject(5, record.therapistId());
            insert.setObject(6, record.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setBytes(7, vault.seal(cell(record.id(), record.clientId()), json.write(record.found())));
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("a session record could not be stored", failure);
        }
    }

    /** As {@link #of(UUID)}, without looking where there cannot be any. */
    public Progress of(Client client) {
        return client.wasEverCleared() ? of(client.id()) : Progress.NONE;
    }

    public Progress of(UUID client) {
        List<SessionRecord> sessions = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, client);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    sessions.add(new SessionRecord(
                            id,
                            row.getObject("booking_id", UUID.class),
                            row.getObject("screening_id", UUID.class),
                            client,
                            row.getObject("therapist_id", UUID.class),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            json.read(vault.open(cell(id, client), row.getBytes("content")), Found.class)));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("session records could not be read", failure);
        }
        return new Progress(List.copyOf(sessions));
    }

    private static Cell cell(UUID id, UUID client) {
        return new Cell("session_finding", "content", id, client);
    }
}
