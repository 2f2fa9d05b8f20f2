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
import java.util.Set;

/** What follows from a decision for the person's clearance, under their lock. */
@ApplicationScoped
class Clearing {
    private final Clearances clearances;
    private final RecalledVersions recalled;
    private final ScreeningRepository screenings;

    Clearing(Clearances clearances, RecalledVersions recalled, ScreeningRepository screenings) {
        this.clearances = clearances;
        this.recalled = recalled;
        this.screenings = screenings;
    }

    /**
     * Issues the clearance of a decision that opens booking, and takes back whatever there was after any other. Call it before a
     * decision that takes the place of an earlier one is sealed: the two are compared.
     */
    Optional<Clearance> follow(Client client, Screening screening, Ruleset ruleset, Decided decided, Instant now) {
        Requirements requires = decided.requires();
        if (!decided.decision().bookable() || requires == null) {
            client.revoke(now);
            return Optional.empty();
        }
        if (!recalled.willStand(ruleset.version())) {
            throw Refusal.of(TriageProblem.RULESET_RECALLED);
        }
        return Optional.of(clearances.issue(client, screening.id, ruleset, outgrown(client, requires), now));
    }

    /**
     * Whether visits that rest on the earlier clearance may lack something now. Comparing with the last one is enough: whatever
     * asked for less than its successor was taken back when that came.
     */
    private boolean outgrown(Client client, Requirements now) {
        return client.holdsClearance()
                && before(client).map(then -> exceeds(now, then)).orElse(true);
    }

    private Optional<Requirements> before(Client client) {
        return clearances
                .lastOf(client.id())
                .map(last -> screenings.open(screenings.screening(last.screeningId())))
                .map(ScreeningContent::decided)
                .map(Decided::requires);
    }

    private static boolean exceeds(Requirements now, Requirements then) {
        return now.minDuration() > then.minDuration()
                || !Set.copyOf(then.skills()).containsAll(now.skills())
                || !Set.copyOf(then.equipment()).containsAll(now.equipment());
    }
}
