package ca.tripoint.triage.screening;

import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * After so many sessions (three, by the rule set) a screening has been used up: whoever was screened for a course is screened again
 * before the rest of it. Sessions are counted from the decision, whatever booking they came from; an override does not make the
 * answers younger.
 */
@ApplicationScoped
class Rescreening {
    private final Visits visits;
    private final Clock clock;

    Rescreening(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    boolean due(Screening screening, Ruleset ruleset) {
        return screening
                .decidedAt()
                .filter(decided -> visits.completed(screening.clientId, decided, clock.instant())
                        >= ruleset.plan().rescreenAfterSession())
                .isPresent();
    }
}
