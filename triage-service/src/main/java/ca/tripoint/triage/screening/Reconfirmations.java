package ca.tripoint.triage.screening;

import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.idempotency.Idempotency.Attempt;
import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.visit.Visit;
import ca.tripoint.triage.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The three questions in the 24 hours before a visit. A yes takes the clearance back and opens a new screening. */
@ApplicationScoped
class Reconfirmations {
    private static final Duration BEFORE_VISIT = Duration.ofHours(24);
    private static final String INSERT = """
            INSERT INTO reconfirmation (id, screening_id, client_id, booking_id, given_at, content)
            VALUES (:id, :screening, :client, :booking, :at, :content)
            """;
    private static final String READ = "SELECT content FROM reconfirmation WHERE id = :id";

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clients clients;
    private final ScreeningRepository repository;
    private final Screenings screenings;
    private final Visits visits;
    private final EntityManager database;
    private final Vault vault;
    private final Json json;
    private final Clock clock;

    Reconfirmations(
            Transactions transactions,
            Idempotency idempotency,
            Clients clients,
            ScreeningRepository repository,
            Screenings screenings,
            Visits visits,
            EntityManager database,
            Vault vault,
            Json json,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clients = clients;
        this.repository = repository;
        this.screenings = screenings;
        this.visits = visits;
        this.database = database;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** @param reopened the new screening, if anything was answered with yes */
    record Given(
            boolean changes,
            boolean health,
            boolean events,
            @Nullable UUID reopened) {
        @Override
        public String toString() {
            return "Given[redacted]";
        }
    }

    Idempotency.Outcome give(Attempt attempt, UUID screeningId, UUID person, NewReconfirmation request) {
        UUID id = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, id, () -> store(id, screeningId, person, request)));
    }

    private void store(UUID id, UUID screeningId, UUID person, NewReconfirmation request) {
        UUID clientId = repository.clientOf(screeningId).filter(person::equals).orElseThrow(Refusal::notFound);
        Client client = clients.lock(clientId);
        Screening screening = repository.screening(screeningId);
        Instant now = clock.instant();
        if (!screening.decided()) {
            throw Refusal.of(TriageProblem.SCREENING_OPEN);
        }
        Optional.ofNullable(request.bookingId()).ifPresent(booking -> requireSoon(booking, person, now));
        UUID reopened = null;
        if (request.anyYes()) {
            client.revoke(now);
            reopened = screenings.reopen(screening, client, person, now);
        }
        Given given = new Given(request.changes(), request.health(), request.events(), reopened);
        database.createNativeQuery(INSERT)
                .setParameter("id", id)
                .setParameter("screening", screeningId)
                .setParameter("client", clientId)
                .setParameter("booking", request.bookingId())
                .setParameter("at", now)
                .setParameter("content", vault.seal(cell(id, clientId), json.write(given)))
                .executeUpdate();
        clients.save(client);
    }

    private void requireSoon(UUID booking, UUID person, Instant now) {
        Visit visit = visits.of(booking)
                .filter(found -> found.clientId().equals(person))
                .orElseThrow(Refusal::notFound);
        if (now.isBefore(visit.startsAt().minus(BEFORE_VISIT))) {
            throw Refusal.of(TriageProblem.RECONFIRMATION_TOO_EARLY);
        }
    }

    Given given(UUID id, UUID person) {
        return transactions.run(() -> {
            byte[] sealed = (byte[]) database.createNativeQuery(READ, byte[].class)
                    .setParameter("id", id)
                    .getSingleResult();
            return json.read(vault.open(cell(id, person), sealed), Given.class);
        });
    }

    private static Cell cell(UUID id, UUID client) {
        return new Cell("reconfirmation", "content", id, client);
    }
}
