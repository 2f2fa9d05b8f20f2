package ca.tripoint.triage.clearance;

import ca.tripoint.kit.signing.FactSigner;
import ca.tripoint.kit.transaction.Writes;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.plan.Plan.Requirements;
import ca.tripoint.triage.ruleset.Ruleset;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Issues clearances and writes them as tokens that booking-service verifies without asking us. */
@ApplicationScoped
public class Clearances implements PanacheRepositoryBase<Clearance, UUID> {
    private static final String AUDIENCE = "booking-service";
    private static final String INSERT = """
            INSERT INTO clearance (id, screening_id, client_id, ruleset_version, issued_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String LIVE = """
            SELECT c.* FROM clearance c JOIN client p ON p.id = c.client_id
            WHERE c.ruleset_version = :version AND c.id > :after
              AND (p.refused_before IS NULL OR c.issued_at > p.refused_before)
              AND (c.expires_at > :now OR EXISTS (SELECT 1 FROM visit v
                   WHERE v.client_id = c.client_id AND v.standing AND v.ends_at > :now))
            ORDER BY c.id
            """;

    private final Writes writes;
    private final FactSigner signer;

    Clearances(Writes writes, FactSigner signer) {
        this.writes = writes;
        this.signer = signer;
    }

    /** The claims of a clearance: what was screened, what is needed, and for how many sessions. */
    record Claims(UUID screeningId, Requirements requires, int sessions) {
        @Override
        public String toString() {
            return "Claims[redacted]";
        }
    }

    /** Replaces whatever clearance the person had. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Clearance issue(Client client, UUID screeningId, Ruleset ruleset, Requirements needs, Instant now) {
        Instant issuedAt = client.clear(screeningId, needs, now);
        Instant expiresAt = now.plus(Duration.ofDays(ruleset.constant("clearanceDays")));
        Clearance issued =
                new Clearance(UUID.randomUUID(), screeningId, client.id(), ruleset.version(), issuedAt, expiresAt);
        writes.add(
                INSERT,
                issued.id,
                issued.screeningId,
                issued.clientId,
                issued.rulesetVersion,
                issuedAt.atOffset(ZoneOffset.UTC),
                expiresAt.atOffset(ZoneOffset.UTC));
        return issued;
    }

    /**
     * What a version still stands behind, in the order of ids: clearances that nobody took back and that can be used for
     * booking, or whose person has visits ahead. (A visit may have been booked on an earlier clearance, and stay on this one.)
     */
    public List<Clearance> liveUnder(String rulesetVersion, UUID after, int size, Instant now) {
        List<?> live = getEntityManager()
                .createNativeQuery(LIVE, Clearance.class)
                .setParameter("version", rulesetVersion)
                .setParameter("after", after)
                .setParameter("now", now)
                .setMaxResults(size)
                .getResultList();
        return live.stream().map(Clearance.class::cast).toList();
    }

    /** What was taken back because its version was recalled, in the order of ids. */
    public List<Clearance> recalledUnder(String rulesetVersion, UUID after, int size) {
        return find("rulesetVersion = ?1 and id > ?2 and recalledAt is not null order by id", rulesetVersion, after)
                .page(Page.ofSize(size))
                .list();
    }

    public Optional<Clearance> of(UUID screeningId) {
        return find("screeningId = ?1 order by issuedAt desc", screeningId).firstResultOptional();
    }

    public String token(Clearance clearance, Requirements requires, int sessions) {
        return signer.sign(
                clearance.id,
                clearance.clientId,
                AUDIENCE,
                clearance.issuedAt,
                clearance.expiresAt,
                new Claims(clearance.screeningId, requires, sessions));
    }
}
