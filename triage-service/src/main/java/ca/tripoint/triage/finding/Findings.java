package ca.tripoint.triage.finding;

import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.idempotency.Idempotency.Attempt;
import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.plan.Finding;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.progress.SessionRecord;
import ca.tripoint.triage.progress.SessionRecord.Found;
import ca.tripoint.triage.progress.SessionRecords;
import ca.tripoint.triage.ruleset.PlanRules;
import ca.tripoint.triage.screening.Decider;
import ca.tripoint.triage.screening.ScreeningArchive;
import ca.tripoint.triage.screening.ScreeningFile;
import ca.tripoint.triage.visit.Visit;
import ca.tripoint.triage.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Takes the record of a session from the therapist who gave it. */
@ApplicationScoped
class Findings {
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Visits visits;
    private final ScreeningArchive archive;
    private final SessionRecords records;
    private final Decider decider;
    private final Clients clients;
    private final Clock clock;

    Findings(
            Transactions transactions,
            Idempotency idempotency,
            Visits visits,
            ScreeningArchive archive,
            SessionRecords records,
            Decider decider,
            Clients clients,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.visits = visits;
        this.archive = archive;
        this.records = records;
        this.decider = decider;
        this.clients = clients;
        this.clock = clock;
    }

    /** @param screenAgain before the next session: after the third, or because nothing has improved */
    record Recorded(UUID id, int sessions, boolean screenAgain, boolean noImprovement) {
        @Override
        public String toString() {
            return "Recorded[redacted]";
        }
    }

    Idempotency.Outcome record(Attempt attempt, UUID screening, UUID therapist, NewFindings request) {
        UUID id = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, id, () -> store(id, screening, therapist, request)));
    }

    private static List<Finding> findings(NewFindings request, PlanRules rules) {
        List<FieldError> unknown = IntStream.range(0, request.found().size())
                .filter(row -> rules.muscles().stream()
                        .noneMatch(muscle ->
                                muscle.code().equals(request.found().get(row).muscle())))
                .mapToObj(row -> FieldError.field("findings[" + row + "].muscle", "unknown-code"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.of(CommonProblem.VALIDATION_FAILED).naming(unknown);
        }
        return request.found().stream()
                .map(found -> new Finding(
                        found.muscle(),
                        found.side(),
                        found.tender(),
                        found.familiarPainReproduced(),
                        found.referredPainReducedDuringHold(),
                        found.holdSeconds()))
                .toList();
    }

    private void store(UUID id, UUID screening, UUID therapist, NewFindings request) {
        Visit visit = visits.of(request.bookingId())
                .filter(found -> found.therapistId().equals(therapist))
                .filter(found -> found.screeningId().equals(screening))
                .orElseThrow(Refusal::notFound);
        ScreeningFile file = archive.decidedHere(screening);
        List<Finding> findings = findings(request, file.ruleset().plan());
        Instant now = clock.instant();
        if (now.isBefore(visit.startsAt())) {
            throw Refusal.of(TriageProblem.VISIT_NOT_BEGUN);
        }
        if (now.isAfter(visit.endsAt().plus(Visits.AFTERWARDS))) {
            throw Refusal.of(TriageProblem.FINDINGS_TOO_LATE);
        }
        Client client = clients.lock(visit.clientId());
        boolean first = records.add(new SessionRecord(
                id,
                visit.bookingId(),
                visit.screeningId(),
                client.id(),
                visit.therapistId(),
                now,
                new Found(request.improved(), findings)));
        if (!first) {
            throw Refusal.of(TriageProblem.FINDINGS_RECORDED);
        }
        if (decider.stuck(client, file, CalendarDay.of(now))) {
            client.revoke(now);
        }
        clients.save(client);
    }

    Recorded recorded(UUID id, UUID screening) {
        ScreeningFile file = archive.decided(screening);
        return transactions.run(() -> {
            Client client = clients.find(file.screening().clientId()).orElseThrow(Refusal::notFound);
            int sessions = (int) records.of(client.id()).sessions().stream()
                    .filter(session -> session.screeningId().equals(screening))
                    .count();
            boolean stuck = decider.stuck(client, file, CalendarDay.of(clock.instant()));
            return new Recorded(id, sessions, file.rescreenDue() || stuck, stuck);
        });
    }
}
