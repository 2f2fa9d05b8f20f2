package ca.tripoint.triage.screening;

import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.idempotency.Idempotency.Attempt;
import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.client.Client;
import ca.tripoint.triage.client.Clients;
import ca.tripoint.triage.problem.TriageProblem;
import ca.tripoint.triage.visit.Visit;
import ca.tripoint.triage.visit.Visits;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The three questions in the 24 hours before a visit. A yes is always heard: it takes the clearance back and opens a new screening.
 * Three times no confirms, unless nothing stands that could be confirmed or a new screening is due.
 */
@ApplicationScoped
public class Reconfirmations implements PanacheRepositoryBase<Reconfirmation, UUID> {
    private static final Duration BEFORE_VISIT = Duration.ofHours(24);

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clients clients;
    private final ScreeningRepository repository;
    private final Screenings screenings;
    private final Rescreening rescreening;
    private final ServedRulesets rulesets;
    private final Visits visits;
    private final Vault vault;
    private final Json json;
    private final Clock clock;

    Reconfirmations(
            Transactions transactions,
            Idempotency idempotency,
            Clients clients,
            ScreeningRepository repository,
            Screenings screenings,
            Rescreening rescreening,
            ServedRulesets rulesets,
            Visits visits,
            Vault vault,
            Json json,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clients = clients;
        this.repository = repository;
        this.screenings = screenings;
        this.rescreening = rescreening;
        this.rulesets = rulesets;
        this.visits = visits;
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

        boolean confirms() {
            return !changes && !health && !events;
        }

        @Override
        public String toString() {
            return "Given[redacted]";
        }
    }

    /** What was answered before which visit. */
    record Answered(UUID id, @Nullable UUID bookingId, Instant givenAt, Given given) {
        @Override
        public String toString() {
            return "Answered[" + id + "]";
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
        requireSoon(request.bookingId(), person, now);
        UUID reopened = null;
        if (request.confirms()) {
            requireConfirmable(client);
        } else {
            client.doubt(now);
            reopened = screenings.reopen(screening, client, person, now);
        }
        Reconfirmation stored = new Reconfirmation(id, screeningId, clientId, request.bookingId(), now);
        Given given = new Given(request.changes(), request.health(), request.events(), reopened);
        stored.content = vault.seal(stored.cell(), json.write(given));
        persist(stored);
        clients.save(client);
    }

    private void requireSoon(UUID booking, UUID person, Instant now) {
        Visit visit = visits.of(booking)
                .filter(found -> found.clientId().equals(person))
                .orElseThrow(Refusal::notFound);
        if (now.isBefore(visit.startsAt().minus(BEFORE_VISIT))) {
            throw Refusal.of(TriageProblem.RECONFIRMATION_TOO_EARLY);
        }
        if (!now.isBefore(visit.startsAt())) {
            throw Refusal.of(TriageProblem.RECONFIRMATION_TOO_LATE);
        }
    }

    private void requireConfirmable(Client client) {
        Screening newest =
                repository.newestDecided(client.id(), clock.instant()).orElseThrow(Refusal::notFound);
        if (!client.holdsClearance()) {
            throw Refusal.of(TriageProblem.SCREENING_OUTDATED);
        }
        if (rescreening.due(newest, rulesets.ruleset(newest.rulesetVersion))) {
            throw Refusal.of(TriageProblem.RESCREEN_DUE);
        }
    }

    Answered read(UUID id) {
        return transactions.run(() -> open(findByIdOptional(id).orElseThrow(Refusal::notFound)));
    }

    /** Everything that was answered on a screening, the oldest first. */
    List<Answered> of(UUID screeningId) {
        return transactions.run(() -> list("screeningId = ?1 order by givenAt, id", screeningId).stream()
                .map(this::open)
                .toList());
    }

    /** When a visit was confirmed, if the last word about it was three times no. */
    public Optional<Instant> confirmedAt(UUID bookingId) {
        return transactions.run(() -> find("bookingId = ?1 order by givenAt desc, id", bookingId)
                .firstResultOptional()
                .map(this::open)
                .filter(last -> last.given().confirms())
                .map(Answered::givenAt));
    }

    private Answered open(Reconfirmation stored) {
        Given given = json.read(vault.open(stored.cell(), stored.content), Given.class);
        return new Answered(stored.id, stored.bookingId, stored.givenAt, given);
    }
}
