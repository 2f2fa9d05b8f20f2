package ca.tripoint.triage.screening;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.clearance.Clearances;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.plan.Plan.Requirements;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.recall.RecalledVersions;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** What follows from a decision for the person's clearance, under their lock. */
@ApplicationScoped
class Clearing {
    private final Clearances clearances;
    private final RecalledVersions recalled;

    Clearing(Clearances clearances, RecalledVersions recalled) {
        this.clearances = clearances;
        this.recalled = recalled;
    }

    /** Issues the clearance of a decision that opens booking, and takes back whatever there was after any other. */
    Optional<Clearance> follow(Client client, Screening screening, Ruleset ruleset, Decided decided, Instant now) {
        Requirements requires = decided.requires();
        if (!decided.decision().bookable() || requires == null) {
            client.revoke(now);
            return Optional.empty();
        }
        if (!recalled.willStand(ruleset.version())) {
            throw Refusal.of(TriageProblem.RULESET_RECALLED);
        }
        return Optional.of(clearances.issue(client, screening.id, ruleset, requires, now));
    }
}
