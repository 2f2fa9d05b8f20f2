package ca.tripoint.triage.review;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.triage.problem.TriageProblem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
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

    /** What a therapist reported; null where the screening itself tells. */
    @Nullable
    UUID reportId;

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

    /** Nobody looks at what is about themselves. */
    void requireOther(UUID clinician) {
        if (clientId.equals(clinician)) {
            throw Refusal.of(TriageProblem.OWN_SCREENING);
        }
    }

    /** The first who looks answers for it; doing it again changes nothing, and somebody else is told. */
    void acknowledge(UUID clinician, Instant now) {
        requireOther(clinician);
        if (acknowledgedBy == null) {
            acknowledgedAt = now;
            acknowledgedBy = clinician;
        } else if (!acknowledgedBy.equals(clinician)) {
            throw Refusal.of(TriageProblem.REVIEW_ACKNOWLEDGED);
        }
    }

    public UUID screeningId() {
        return screeningId;
    }

    public Optional<UUID> reportId() {
        return Optional.ofNullable(reportId);
    }
}
