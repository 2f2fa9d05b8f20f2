package ca.tripoint.triage.replay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything that was decided, decided once more.
 *
 * @param same whether all of it comes out the same
 * @param differences where the decision that holds would be another one today
 * @param decisions each decision, the oldest first: the original one, then one for each override
 */
record Replay(
        UUID screeningId,
        boolean same,
        List<String> differences,
        List<Step> decisions,
        String rulesetVersion,
        String sha256) {

    @Schema(name = "ReplayedDecision")
    record Step(Instant decidedAt, boolean same, List<String> differences) {}
}
