package ca.tripoint.triage.clearance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a clearance was issued. What it requires is sealed with its screening. */
@Entity
public class Clearance {
    @Id
    UUID id;

    UUID screeningId;
    UUID clientId;
    String rulesetVersion;
    Instant issuedAt;
    Instant expiresAt;

    @Nullable
    Instant recalledAt;

    protected Clearance() {}

    Clearance(UUID id, UUID screeningId, UUID clientId, String rulesetVersion, Instant issuedAt, Instant expiresAt) {
        this.id = id;
        this.screeningId = screeningId;
        this.clientId = clientId;
        this.rulesetVersion = rulesetVersion;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    /** Its version turned out to be wrong. */
    public void recall(Instant now) {
        recalledAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID screeningId() {
        return screeningId;
    }

    public UUID clientId() {
        return clientId;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
