package ca.tripoint.triage.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something waiting for a clinician. */
@Entity
public class Review {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    Kind kind;

    UUID screeningId;
    UUID clientId;
    Instant openedAt;
    Instant dueAt;

    @Nullable
    Instant acknowledgedAt;

    @Nullable
    UUID acknowledgedBy;

    public enum Kind {
        RED_FLAG,
        /** A warning sign was answered away. */
        RETRACTION,
        /** The person asked for a person. */
        REQUEST
    }

    protected Review() {}

    Review(UUID id, Kind kind, UUID screeningId, UUID clientId, Instant openedAt, Instant dueAt) {
        this.id = id;
        this.kind = kind;
        this.screeningId = screeningId;
        this.clientId = clientId;
        this.openedAt = openedAt;
        this.dueAt = dueAt;
    }

    void acknowledge(UUID clinician, Instant now) {
        if (acknowledgedAt == null) {
            acknowledgedAt = now;
            acknowledgedBy = clinician;
        }
    }
}
