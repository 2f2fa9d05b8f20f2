package ca.tripoint.triage.screening;

import ca.tripoint.kit.crypto.Cell;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A screening: OPEN while answers come in, then DECIDED for good. What it says about health is sealed. */
@Entity
public class Screening {
    private static final long FIRST_VERSION = 1;

    @Id
    UUID id;

    UUID clientId;
    UUID createdBy;
    long version;

    @Enumerated(EnumType.STRING)
    Status status;

    String rulesetVersion;
    String rulesetSha256;
    String consentVersion;
    Instant createdAt;

    @Nullable
    Instant decidedAt;

    byte[] content;

    /** Never stored yet. */
    @Transient
    final boolean isNew;

    public enum Status {
        OPEN,
        DECIDED
    }

    protected Screening() {
        this.isNew = false;
    }

    Screening(
            UUID id,
            UUID clientId,
            UUID createdBy,
            String rulesetVersion,
            String rulesetSha256,
            String consentVersion,
            Instant createdAt) {
        this.id = id;
        this.clientId = clientId;
        this.createdBy = createdBy;
        this.version = FIRST_VERSION;
        this.status = Status.OPEN;
        this.rulesetVersion = rulesetVersion;
        this.rulesetSha256 = rulesetSha256;
        this.consentVersion = consentVersion;
        this.createdAt = createdAt;
        this.content = new byte[0];
        this.isNew = true;
    }

    public UUID id() {
        return id;
    }

    public UUID clientId() {
        return clientId;
    }

    public String rulesetVersion() {
        return rulesetVersion;
    }

    public String rulesetSha256() {
        return rulesetSha256;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** Theirs, or made by them for somebody. */
    public boolean belongsTo(UUID person) {
        return clientId.equals(person) || createdBy.equals(person);
    }

    public boolean decided() {
        return status == Status.DECIDED;
    }

    void decide(Instant now) {
        if (decided()) {
            throw new IllegalStateException("screening " + id + " is decided already");
        }
        status = Status.DECIDED;
        decidedAt = now;
    }

    void changed() {
        version++;
    }

    Cell cell() {
        return new Cell("screening", "content", id, clientId);
    }
}
