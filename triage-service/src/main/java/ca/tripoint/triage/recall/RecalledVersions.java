package ca.tripoint.triage.recall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which versions are recalled.
 *
 * <p>Whoever issues a clearance asks {@link #willStand} first and holds a shared lock on the version until the clearance is
 * committed; a recall takes the same lock alone. Either the clearance was first: then the recall finds it. Or the recall was
 * first: then no clearance is issued.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RecalledVersions {
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('ruleset_recall'), hashtext(?))";
    private static final String INSERT = """
            INSERT INTO ruleset_recall (ruleset_version, recalled_at, recalled_by, reason)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String FINISH =
            "UPDATE ruleset_recall SET finished_at = ? WHERE ruleset_version = ? AND finished_at IS NULL";
    private static final String EXISTS = "SELECT FROM ruleset_recall WHERE ruleset_version = ?";
    /** Two statements in one round trip: the second sees a recall that was committed while the first waited. */
    private static final String SHARED_THEN_EXISTS =
            "SELECT pg_advisory_xact_lock_shared(hashtext('ruleset_recall'), hashtext(?)); " + EXISTS;

    private final DataSource database;
    private final EntityManager entities;

    RecalledVersions(DataSource database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    public boolean contains(String version) {
        try (Connection connection = database.getConnection()) {
            return hasRow(connection, EXISTS, version);
        } catch (SQLException failure) {
            throw new IllegalStateException("recalls could not be read", failure);
        }
    }

    /** Whether a clearance of this version that is issued now will stand; no recall passes until the transaction ends. */
    public boolean willStand(String version) {
        try (Connection connection = database.getConnection();
                PreparedStatement lookUnderLock = connection.prepareStatement(SHARED_THEN_EXISTS)) {
            lookUnderLock.setString(1, version);
            lookUnderLock.setString(2, version);
            lookUnderLock.execute();
            lookUnderLock.getMoreResults();
            try (ResultSet recalled = lookUnderLock.getResultSet()) {
                return !recalled.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("recalls could not be read", failure);
        }
    }

    /** The first reason stands. */
    void add(String version, UUID by, String reason, Instant now) {
        try (Connection connection = database.getConnection()) {
            hasRow(connection, ALONE, version);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, version);
                insert.setObject(2, now.atOffset(ZoneOffset.UTC));
                insert.setObject(3, by);
                insert.setString(4, reason);
                insert.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a recall could not be stored", failure);
        }
    }

    void finish(String version, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(FINISH)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, version);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a recall could not be stored", failure);
        }
    }

    Optional<RulesetRecall> find(String version) {
        return Optional.ofNullable(entities.find(RulesetRecall.class, version));
    }

    private static boolean hasRow(Connection connection, String sql, String version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
