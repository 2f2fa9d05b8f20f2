package ca.tripoint.triage.screening;

import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.idempotency.Idempotency.Attempt;
import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.clearance.Clearances;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import ca.tripoint.triage.screening.ScreeningContent.Lifting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A clinician lifts gates and adjustments, with a reason: an ASSESSMENT_FIRST may become bookable. EMERGENCY and
 * URGENT_ASSESSMENT are never overridden, and neither is anything a later screening or report has overtaken.
 */
@ApplicationScoped
class Overrides {
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clients clients;
    private final ScreeningRepository repository;
    private final Decider decider;
    private final Clearances clearances;
    private final ServedRulesets rulesets;
    private final Clock clock;

    Overrides(
            Transactions transactions,
            Idempotency idempotency,
            Clients clients,
            ScreeningRepository repository,
            Decider decider,
            Clearances clearances,
            ServedRulesets rulesets,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clients = clients;
        this.repository = repository;
        this.decider = decider;
        this.clearances = clearances;
        this.rulesets = rulesets;
        this.clock = clock;
    }

    Idempotency.Outcome override(Attempt attempt, UUID id, UUID clinician, Set<String> lifts, String reason) {
        return transactions.run(() -> idempotency.once(attempt, id, () -> lift(id, clinician, lifts, reason)));
    }

    private void lift(UUID id, UUID clinician, Set<String> lifts, String reason) {
        Client client = clients.lock(repository.clientOf(id).orElseThrow(Refusal::notFound));
        Screening screening = repository.screening(id);
        ScreeningContent content = repository.open(screening);
        Decided before = content.decided();
        if (before == null) {
            throw Refusal.of(TriageProblem.SCREENING_OPEN);
        }
        requireOverridable(screening, client, before, lifts);
        Instant now = clock.instant();
        LocalDate today = CalendarDay.of(now);
        ScreeningContent lifted = content.overridden(new Lifting(clinician, now, Set.copyOf(lifts), reason));
        Circumstances circumstances = decider.circumstances(today, true, client, screening, lifted);
        Decision decision = decider.decide(screening, lifted, circumstances);
        if (decision.outcome().graverThan(Outcome.ASSESSMENT_FIRST)) {
            throw Refusal.of(TriageProblem.NEVER_OVERRIDDEN);
        }
        Decided after = decider.complete(screening, lifted, circumstances, decision);
        requireSomethingToWork(after);
        screening.changed();
        repository.seal(screening, lifted.decided(after));
        if (decision.bookable()) {
            Ruleset ruleset = rulesets.engine(screening.rulesetVersion).ruleset();
            clearances.issue(client, screening.id, ruleset, now);
            client.completed(screening.id, now);
        }
        clients.save(client);
    }

    /** Lifting the gate alone does not make a place to work: what keeps every muscle out has to be lifted with it. */
    private static void requireSomethingToWork(Decided after) {
        if (after.plan() != null && after.plan().steps().isEmpty()) {
            throw Refusal.of(TriageProblem.NOT_OVERRIDABLE).naming(FieldError.field("lifts", "nothing-to-work"));
        }
    }

    private void requireOverridable(Screening screening, Client client, Decided before, Set<String> lifts) {
        if (before.decision().outcome().graverThan(Outcome.ASSESSMENT_FIRST)) {
            throw Refusal.of(TriageProblem.NEVER_OVERRIDDEN);
        }
        LocalDate day = before.circumstances().today();
        boolean warnedSince = client.history().stream().map(EarlierFlag::day).anyMatch(flag -> flag.isAfter(day));
        if (warnedSince || repository.hasLater(screening)) {
            throw Refusal.of(TriageProblem.SCREENING_OUTDATED);
        }
        Ruleset ruleset = rulesets.engine(screening.rulesetVersion).ruleset();
        List<FieldError> errors = new ArrayList<>();
        for (String code : lifts) {
            boolean applies = ruleset.rule(code)
                    .filter(rule -> rule instanceof Rule.Gate || rule instanceof Rule.Adjustment)
                    .isPresent();
            if (!applies) {
                errors.add(FieldError.field("lifts", "unknown-code"));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.of(TriageProblem.NOT_OVERRIDABLE).naming(errors);
        }
    }
}
