package ca.tripoint.triage.clearance;

import ca.tripoint.kit.signing.FactSigner;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.plan.Plan.Requirements;
import ca.tripoint.triage.ruleset.Ruleset;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Issues clearances and writes them as tokens that booking-service verifies without asking us. */
@ApplicationScoped
public class Clearances implements PanacheRepositoryBase<Clearance, UUID> {
    private static final String AUDIENCE = "booking-service";

    private final FactSigner signer;

    Clearances(FactSigner signer) {
        this.signer = signer;
    }

    /** The claims of a clearance: what was screened, what is needed, and for how many sessions. */
    record Claims(UUID screeningId, Requirements requires, int sessions) {}

    /** Replaces whatever clearance the person had. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void issue(Client client, UUID screeningId, Ruleset ruleset, Instant now) {
        Instant issuedAt = client.clear(screeningId, now);
        Instant expiresAt = now.plus(Duration.ofDays(ruleset.constant("clearanceDays")));
        persist(new Clearance(UUID.randomUUID(), screeningId, client.id(), ruleset.version(), issuedAt, expiresAt));
    }

    /** Everything ever issued under a version, by person: who is to be looked at if the version was wrong. */
    public List<Clearance> issuedUnder(String rulesetVersion) {
        return list("rulesetVersion = ?1 order by clientId, issuedAt", rulesetVersion);
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
