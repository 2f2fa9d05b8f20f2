package ca.tripoint.triage.recall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

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
    private static final String SHARED =
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock_shared(hashtext('ruleset_recall'), hashtext(:version))) AS lock";
    private static final String ALONE =
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('ruleset_recall'), hashtext(:version))) AS lock";
    private static final String INSERT = """
            INSERT INTO ruleset_recall (ruleset_version, recalled_at, recalled_by, reason)
            VALUES (:version, :at, :by, :reason) ON CONFLICT DO NOTHING
            """;
    private static final String FINISH = """
            UPDATE ruleset_recall SET finished_at = :at WHERE ruleset_version = :version AND finished_at IS NULL
            """;
    private static final String EXISTS = "SELECT count(*) > 0 FROM ruleset_recall WHERE ruleset_version = :version";

    private final EntityManager database;

    RecalledVersions(EntityManager database) {
        this.database = database;
    }

    public boolean contains(String version) {
        return (Boolean) database.createNativeQuery(EXISTS, Boolean.class)
                .setParameter("version", version)
                .getSingleResult();
    }

    /** Whether a clearance of this version that is issued now will stand; no recall passes until the transaction ends. */
    public boolean willStand(String version) {
        lock(SHARED, version);
        // A second statement: it sees a recall that was committed while the first one waited.
        return !contains(version);
    }

    /** The first reason stands. */
    void add(String version, UUID by, String reason, Instant now) {
        lock(ALONE, version);
        database.createNativeQuery(INSERT)
                .setParameter("version", version)
                .setParameter("at", now)
                .setParameter("by", by)
                .setParameter("reason", reason)
                .executeUpdate();
    }

    void finish(String version, Instant now) {
        database.createNativeQuery(FINISH)
                .setParameter("at", now)
                .setParameter("version", version)
                .executeUpdate();
    }

    Optional<RulesetRecall> find(String version) {
        return Optional.ofNullable(database.find(RulesetRecall.class, version));
    }

    private void lock(String statement, String version) {
        database.createNativeQuery(statement).setParameter("version", version).getSingleResult();
    }
}
