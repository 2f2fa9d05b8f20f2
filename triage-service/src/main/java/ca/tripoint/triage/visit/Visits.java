package ca.tripoint.triage.visit;

import ca.tripoint.contracts.SessionEvent.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The visits we were told of; an older word about a visit never overwrites a newer one. */
@ApplicationScoped
public class Visits {
    /**
     * How long after a visit its therapist reads the briefing, records the session and reports what they saw: long enough to write
     * the record, and to hear a person who calls the next morning. What is remembered later is not a finding.
     */
    public static final Duration AFTERWARDS = Duration.ofDays(7);

    private static final String UPSERT = """
            INSERT INTO visit (booking_id, version, client_id, therapist_id, screening_id, starts_at, ends_at, standing,
                confirmed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (booking_id) DO UPDATE SET version = excluded.version, client_id = excluded.client_id,
                therapist_id = excluded.therapist_id, screening_id = excluded.screening_id,
                starts_at = excluded.starts_at, ends_at = excluded.ends_at, standing = excluded.standing,
                confirmed = visit.confirmed OR excluded.confirmed
            WHERE visit.version < excluded.version
            """;
    private static final String STANDING =
            "SELECT booking_id, client_id, therapist_id, screening_id, starts_at, ends_at FROM visit WHERE standing";
    private static final String CURRENT = STANDING + """
             AND therapist_id = ? AND screening_id = ? AND ends_at > ? AND (cast(? AS uuid) IS NULL OR booking_id = ?)
            ORDER BY ends_at <= ?, abs(extract(epoch FROM ends_at - ?)) LIMIT 1
            """;
    private static final String ONE = STANDING + " AND booking_id = ?";
    private static final String MET = """
            SELECT count(*) FROM visit WHERE confirmed AND therapist_id = ? AND client_id = ? AND ends_at > ?
            """;
    private static final String COMPLETED = """
            SELECT count(*) FROM visit v WHERE v.standing AND v.client_id = ? AND v.starts_at >= ?
              AND (v.ends_at <= ? OR EXISTS (SELECT 1 FROM session_finding f WHERE f.booking_id = v.booking_id))
            """;

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
            upsert.setBoolean(9, standing);
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a visit could not be stored", failure);
        }
    }

    /**
     * The visit of this therapist on this screening that is next, or under way; when all are over, the last one.
     *
     * @param booking only this one, if given
     * @param notEndedBy visits that ended before are no longer shown
     */
    @Transactional
    public Optional<Visit> current(
            UUID therapist, UUID screening, @Nullable UUID booking, Instant now, Instant notEndedBy) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setObject(1, therapist);
            select.setObject(2, screening);
            select.setObject(3, timestamp(notEndedBy));
            select.setObject(4, booking);
            select.setObject(5, booking);
            select.setObject(6, timestamp(now));
            select.setObject(7, timestamp(now));
            return first(select);
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    /** Whether this therapist has, or had, a confirmed visit with this person that had not ended by then. */
    @Transactional
    public boolean met(UUID therapist, UUID client, Instant notEndedBy) {
        return number(MET, therapist, client, timestamp(notEndedBy)) > 0;
    }

    /**
     * How many sessions a person has had since then: visits that nobody called off and that are over, by the clock or by the record
     * their therapist wrote. A visit that did not take place and of which nobody told counts too: then we screen again early.
     */
    @Transactional
    public int completed(UUID client, Instant since, Instant by) {
        return (int) number(COMPLETED, client, timestamp(since), timestamp(by));
    }

    private long number(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private static IllegalStateException unreadable(SQLException failure) {
        return new IllegalStateException("a visit could not be read", failure);
    }

    @Transactional
    public Optional<Visit> of(UUID booking) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, booking);
            return first(select);
        } catch (SQLException failure) {
            throw unreadable(failure);
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
