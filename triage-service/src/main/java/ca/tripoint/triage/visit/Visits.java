package ca.tripoint.triage.visit;

import ca.tripoint.contracts.SessionEvent.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The visits we were told of; an older word about a visit never overwrites a newer one. */
@ApplicationScoped
public class Visits {
    private static final String UPSERT = """
            INSERT INTO visit (booking_id, version, client_id, therapist_id, screening_id, starts_at, ends_at, standing)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (booking_id) DO UPDATE SET version = excluded.version, client_id = excluded.client_id,
                therapist_id = excluded.therapist_id, screening_id = excluded.screening_id,
                starts_at = excluded.starts_at, ends_at = excluded.ends_at, standing = excluded.standing
            WHERE visit.version < excluded.version
            """;
    private static final String COLUMNS =
            "SELECT booking_id, client_id, therapist_id, screening_id, starts_at, ends_at FROM visit WHERE standing";
    private static final String LATEST =
            COLUMNS + " AND therapist_id = ? AND screening_id = ? AND ends_at > ? ORDER BY starts_at LIMIT 1";
    private static final String ONE = COLUMNS + " AND booking_id = ?";

    private final DataSource database;

    Visits(DataSource database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void told(Session session, boolean standing) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, session.bookingId());
            upsert.setLong(2, session.version());
            upsert.setObject(3, session.clientId());
            upsert.setObject(4, session.therapistId());
            upsert.setObject(5, session.screeningId());
            upsert.setObject(6, timestamp(session.start()));
            upsert.setObject(7, timestamp(session.end()));
            upsert.setBoolean(8, standing);
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a visit could not be stored", failure);
        }
    }

    /** The first visit of this therapist on this screening that has not ended by then. */
    @Transactional
    public Optional<Visit> assigned(UUID therapist, UUID screening, Instant notEndedBy) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setObject(1, therapist);
            select.setObject(2, screening);
            select.setObject(3, timestamp(notEndedBy));
            return first(select);
        } catch (SQLException failure) {
            throw new IllegalStateException("a visit could not be read", failure);
        }
    }

    @Transactional
    public Optional<Visit> of(UUID booking) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, booking);
            return first(select);
        } catch (SQLException failure) {
            throw new IllegalStateException("a visit could not be read", failure);
        }
    }

    private static Optional<Visit> first(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Visit(
                            row.getObject("booking_id", UUID.class),
                            row.getObject("client_id", UUID.class),
                            row.getObject("therapist_id", UUID.class),
                            row.getObject("screening_id", UUID.class),
                            row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                            row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
