package ca.tripoint.triage.screening;

import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.idempotency.Idempotency.Attempt;
import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.redflag.RedFlagReports;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import ca.tripoint.triage.screening.ScreeningContent.Lifting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A clinician lifts gates and adjustments, with a reason: an ASSESSMENT_FIRST may become bookable. EMERGENCY and
 * URGENT_ASSESSMENT are never overridden, and neither is anything a later decision or warning sign has overtaken. What had been
 * decided before stays with the override that changed it. Nobody overrides what was decided about themselves.
 */
@ApplicationScoped
class Overrides {
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clients clients;
    private final ScreeningRepository repository;
    private final Decider decider;
    private final Clearing clearing;
    private final RedFlagReports reports;
    private final ServedRulesets rulesets;
    private final Clock clock;

    Overrides(
            Transactions transactions,
            Idempotency idempotency,
            Clients clients,
            ScreeningRepository repository,
            Decider decider,
            Clearing clearing,
            RedFlagReports reports,
            ServedRulesets rulesets,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clients = clients;
        this.repository = repository;
        this.decider = decider;
        this.clearing = clearing;
        this.reports = reports;
        this.rulesets = rulesets;
        this.clock = clock;
    }

    Idempotency.Outcome override(Attempt attempt, UUID id, UUID clinician, Set<String> lifts, String reason) {
        return transactions.run(() -> idempotency.once(attempt, id, () -> lift(id, clinician, lifts, reason)));
    }

    private void lift(UUID id, UUID clinician, Set<String> lifts, String reason) {
        Client client = clients.lock(repository.clientOf(id).orElseThrow(Refusal::notFound));
        if (client.id().equals(clinician)) {
            throw Refusal.of(TriageProblem.OWN_SCREENING);
        }
        Screening screening = repository.screening(id);
        ScreeningContent content = repository.open(screening);
        Decided before = content.decided();
        if (before == null) {
            throw Refusal.of(TriageProblem.SCREENING_OPEN);
        }
        Instant now = clock.instant();
        requireOverridable(screening, client, content, before, lifts, now);
        LocalDate today = CalendarDay.of(now);
        ScreeningContent lifted = content.overridden(new Lifting(clinician, now, Set.copyOf(lifts), reason, before));
        Circumstances circumstances = decider.circumstances(today, true, client, screening, lifted);
        Decision decision = decider.decide(screening, lifted, circumstances);
        boolean graver = decision.outcome().graverThan(Outcome.ASSESSMENT_FIRST);
        if (graver || liftsWhatWasSeen(screening, client, lifted, circumstances, lifts)) {
            throw Refusal.of(TriageProblem.NEVER_OVERRIDDEN);
        }
        Decided after = decider.complete(screening, lifted, circumstances, decision);
        requireSomethingToWork(after);
        screening.changed();
        clearing.follow(client, screening, rulesets.ruleset(screening.rulesetVersion), after, now);
        client.completed(screening.id, now);
        repository.store(screening, lifted.decided(after));
        clients.save(client);
    }

    /** Lifting the gate alone does not make a place to work: what keeps every muscle out has to be lifted with it. */
    private static void requireSomethingToWork(Decided after) {
        if (after.plan() != null && after.plan().steps().isEmpty()) {
            throw Refusal.of(TriageProblem.NOT_OVERRIDABLE).naming(FieldError.field("lifts", "nothing-to-work"));
        }
    }

    private void requireOverridable(
            Screening screening,
            Client client,
            ScreeningContent content,
            Decided before,
            Set<String> lifts,
            Instant now) {
        if (before.decision().outcome().graverThan(Outcome.ASSESSMENT_FIRST)) {
            throw Refusal.of(TriageProblem.NEVER_OVERRIDDEN);
        }
        Ruleset ruleset = rulesets.ruleset(screening.rulesetVersion);
        if (overtaken(screening, client, content, ruleset, now)) {
            throw Refusal.of(TriageProblem.SCREENING_OUTDATED);
        }
        List<FieldError> errors = lifts.stream()
                .filter(code -> !applied(ruleset, before.decision(), code))
                .map(code -> FieldError.field("lifts", "unknown-code"))
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.of(TriageProblem.NOT_OVERRIDABLE).naming(errors);
        }
    }

    /** Told something graver since, decided anew, doubted by the person (a yes before a visit), or answered too long ago. */
    private boolean overtaken(
            Screening screening, Client client, ScreeningContent content, Ruleset ruleset, Instant now) {
        Instant then = content.lastDecidedAt(screening);
        return client.warnedSince(then)
                || client.revokedAfter(then)
                || repository.decidedSince(screening, then)
                || content.asOf(ruleset, now) != content;
    }

    /** A lift holds for what applied on that day; what circumstances add later (a pregnancy goes on counting) is not lifted. */
    static boolean applied(Ruleset ruleset, Decision decision, String code) {
        return ruleset.rule(code)
                .filter(rule -> rule instanceof Rule.Gate || rule instanceof Rule.Adjustment)
                .filter(rule -> decision.reasons().stream()
                        .anyMatch(reason -> reason.rule().equals(code) || leftOpen(reason, rule, ruleset)))
                .isPresent();
    }

    /** Decisions stored before reasons named the rules left open name the questions alone. */
    private static boolean leftOpen(Decision.Reason reason, Rule rule, Ruleset ruleset) {
        return reason.rule().equals(Ruleset.UNRESOLVED_SAFETY_QUESTION)
                && reason.questions().stream()
                        .map(id -> ruleset.questionnaire().question(id))
                        .anyMatch(question -> rule.reads().get(question.index()));
    }

    /**
     * What a therapist saw on the table is lifted by nobody while it stands, that is until an assessment dated after that day is
     * recorded. Told are those rules that fire on the reports alone.
     */
    private boolean liftsWhatWasSeen(
            Screening screening,
            Client client,
            ScreeningContent content,
            Circumstances circumstances,
            Set<String> lifts) {
        List<EarlierFlag> seen = reports.flagsOf(client.id());
        if (seen.isEmpty()) {
            return false;
        }
        Set<String> otherwise = rules(decider.decide(
                screening, content, circumstances.lifting(Set.of()).after(List.of())));
        Set<String> because = rules(decider.decide(
                screening, content, circumstances.lifting(Set.of()).after(seen)));
        return because.stream().anyMatch(rule -> lifts.contains(rule) && !otherwise.contains(rule));
    }

    private static Set<String> rules(Decision decision) {
        return decision.reasons().stream().map(Decision.Reason::rule).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One override as clinicians read it.
     *
     * @param before what had been decided
     * @param after what it came to
     */
    record Overriding(Lifting lifting, @Nullable Outcome before, Outcome after) {
        @Override
        public String toString() {
            return "Overriding[redacted]";
        }
    }

    /** All overrides of a screening, the oldest first. */
    List<Overriding> of(UUID id) {
        return transactions.run(() -> {
            ScreeningContent content = repository.open(repository.screening(id));
            List<Decided> decisions = content.decisions();
            List<Lifting> liftings = content.overrides();
            int first = decisions.size() - liftings.size();
            return IntStream.range(0, liftings.size())
                    .mapToObj(i -> new Overriding(
                            liftings.get(i),
                            first + i > 0
                                    ? decisions.get(first + i - 1).decision().outcome()
                                    : null,
                            decisions.get(first + i).decision().outcome()))
                    .toList();
        });
    }
}
