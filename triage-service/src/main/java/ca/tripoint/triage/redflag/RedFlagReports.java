package ca.tripoint.triage.redflag;

import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.idempotency.Idempotency.Attempt;
import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.review.Reviews;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.visit.Visits;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a therapist's report: remembers it, tells everyone, takes clearances back. It can only raise. Every report waits for a
 * clinician; the others are told again only if it is more urgent than what they were told of this screening, or if the person has
 * been cleared since.
 */
@ApplicationScoped
public class RedFlagReports implements PanacheRepositoryBase<RedFlagReport, UUID> {
    private static final String LAST_SCREENING = """
            SELECT id FROM screening WHERE client_id = :client AND (cast(:wanted AS uuid) IS NULL OR id = :wanted)
            ORDER BY created_at DESC, id LIMIT 1
            """;

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clients clients;
    private final Visits visits;
    private final Reviews reviews;
    private final ServedRulesets rulesets;
    private final Vault vault;
    private final Json json;
    private final Clock clock;

    RedFlagReports(
            Transactions transactions,
            Idempotency idempotency,
            Clients clients,
            Visits visits,
            Reviews reviews,
            ServedRulesets rulesets,
            Vault vault,
            Json json,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clients = clients;
        this.visits = visits;
        this.reviews = reviews;
        this.rulesets = rulesets;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    private record Content(String code, @Nullable String note) {
        @Override
        public String toString() {
            return "Content[redacted]";
        }
    }

    Idempotency.Outcome report(Attempt attempt, UUID therapist, NewReport report) {
        UUID id = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, id, () -> store(id, therapist, report)));
    }

    private void store(UUID id, UUID therapist, NewReport report) {
        Outcome urgency = urgency(report.code())
                .orElseThrow(() ->
                        Refusal.of(TriageProblem.UNKNOWN_RED_FLAG).naming(FieldError.field("code", "unknown-code")));
        Instant now = clock.instant();
        if (!visits.met(therapist, report.clientId(), now.minus(Visits.AFTERWARDS))) {
            throw Refusal.notFound();
        }
        UUID screening = screening(report).orElseThrow(Refusal::notFound);
        Client client = clients.lock(report.clientId());
        boolean told = !client.holdsClearance() && told(client.id(), screening, urgency);
        RedFlagReport stored = new RedFlagReport(id, client.id(), therapist, screening, now);
        stored.content = vault.seal(stored.cell(), json.write(new Content(report.code(), report.note())));
        persist(stored);
        client.remember(List.of(report.code()), CalendarDay.of(now));
        if (told) {
            client.warnedAgain(now);
        } else {
            client.warn(screening, now);
        }
        flush();
        reviews.openReport(screening, client.id(), id, now);
        clients.save(client);
    }

    /** What a sign may come to at worst: on the table nobody asks since when it has been there. */
    private Optional<Outcome> urgency(String code) {
        return rulesets.active().redFlags().stream()
                .filter(flag -> flag.code().equals(code))
                .map(RedFlag::gravest)
                .findFirst();
    }

    private boolean told(UUID client, UUID screening, Outcome urgency) {
        return of(client).stream()
                .filter(earlier -> earlier.screeningId().equals(screening))
                .flatMap(earlier -> urgency(earlier.code()).stream())
                .anyMatch(known -> !urgency.graverThan(known));
    }

    /** The screening named, or the person's last one. Somebody who was never screened is nobody's client here. */
    private Optional<UUID> screening(NewReport report) {
        List<?> found = getEntityManager()
                .createNativeQuery(LAST_SCREENING, UUID.class)
                .setParameter("client", report.clientId())
                .setParameter("wanted", report.screeningId())
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }

    /** All reports about a person, the oldest first. */
    private List<Report> of(UUID client) {
        return list("clientId = ?1 order by reportedAt, id", client).stream()
                .map(this::open)
                .toList();
    }

    /** What was seen of a person on the table, and on which day. */
    public List<EarlierFlag> flagsOf(UUID client) {
        return of(client).stream()
                .map(report -> new EarlierFlag(report.code(), CalendarDay.of(report.reportedAt())))
                .toList();
    }

    public Optional<Report> read(UUID id) {
        return findByIdOptional(id).map(this::open);
    }

    private Report open(RedFlagReport stored) {
        Content content = json.read(vault.open(stored.cell(), stored.content), Content.class);
        return new Report(
                stored.id, stored.therapistId, stored.screeningId, stored.reportedAt, content.code(), content.note());
    }
}
