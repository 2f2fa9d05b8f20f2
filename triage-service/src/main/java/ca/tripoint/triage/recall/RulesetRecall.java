package ca.tripoint.triage.recall;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a version was recalled: by whom, when and why. */
@Entity
public class RulesetRecall {
    @Id
    String rulesetVersion;

    Instant recalledAt;
    UUID recalledBy;
    String reason;

    /** Null while clearances remain to be taken back. */
    @Nullable
    Instant finishedAt;

    protected RulesetRecall() {}
}
