package ca.tripoint.triage.redflag;

import ca.tripoint.kit.crypto.Cell;
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
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.review.Review;
import ca.tripoint.triage.review.Reviews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a therapist's report: remembers it, tells everyone, takes clearances back. It can only raise. */
@ApplicationScoped
class RedFlagReports {
    private static final String LAST_SCREENING = """
            SELECT id FROM screening WHERE client_id = :client AND (cast(:wanted AS uuid) IS NULL OR id = :wanted)
            ORDER BY created_at DESC, id LIMIT 1
            """;
    private static final String INSERT = """
            INSERT INTO red_flag_report (id, client_id, therapist_id, screening_id, reported_at, content)
            VALUES (:id, :client, :therapist, :screening, :at, :content)
            """;

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clients clients;
    private final EntityManager database;
    private final Reviews reviews;
    private final ServedRulesets rulesets;
    private final Vault vault;
    private final Json json;
    private final Clock clock;

    RedFlagReports(
            Transactions transactions,
            Idempotency idempotency,
            Clients clients,
            EntityManager database,
            Reviews reviews,
            ServedRulesets rulesets,
            Vault vault,
            Json json,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clients = clients;
        this.database = database;
        this.reviews = reviews;
        this.rulesets = rulesets;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    private record Content(String code, @Nullable String note) {}

    Idempotency.Outcome report(Attempt attempt, UUID therapist, NewReport report) {
        UUID id = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, id, () -> store(id, therapist, report)));
    }

    private void store(UUID id, UUID therapist, NewReport report) {
        boolean known = rulesets.active().redFlags().stream()
                .anyMatch(flag -> flag.code().equals(report.code()));
        if (!known) {
            throw Refusal.of(TriageProblem.UNKNOWN_RED_FLAG).naming(FieldError.field("code", "unknown-code"));
        }
        UUID screening = screening(report).orElseThrow(Refusal::notFound);
        Instant now = clock.instant();
        Client client = clients.lock(report.clientId());
        database.createNativeQuery(INSERT)
                .setParameter("id", id)
                .setParameter("client", client.id())
                .setParameter("therapist", therapist)
                .setParameter("screening", screening)
                .setParameter("at", now)
                .setParameter(
                        "content",
                        vault.seal(
                                new Cell("red_flag_report", "content", id, client.id()),
                                json.write(new Content(report.code(), report.note()))))
                .executeUpdate();
        client.remember(List.of(report.code()), CalendarDay.of(now));
        client.warn(screening, now);
        reviews.open(Review.Kind.RED_FLAG, screening, client.id(), now);
        clients.save(client);
    }

    /** The screening named, or the person's last one. Somebody who was never screened is nobody's client here. */
    private Optional<UUID> screening(NewReport report) {
        List<?> found = database.createNativeQuery(LAST_SCREENING, UUID.class)
                .setParameter("client", report.clientId())
                .setParameter("wanted", report.screeningId())
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }
}
