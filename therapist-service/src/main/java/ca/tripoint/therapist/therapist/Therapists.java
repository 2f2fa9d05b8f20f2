package ca.tripoint.therapist.therapist;

import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.outbox.Outbox;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.SqlFailure;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.therapist.TherapistProblem;
import ca.tripoint.therapist.credential.Credential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adding, reading and changing therapists. */
@ApplicationScoped
class Therapists {

    private final TherapistRepository repository;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Clock clock;

    Therapists(
            TherapistRepository repository,
            Transactions transactions,
            Idempotency idempotency,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
    }

    Idempotency.Outcome add(Idempotency.Attempt attempt, NewTherapist request) {
        UUID id = request.id() == null ? UUID.randomUUID() : request.id();
        return transactions.run(
                () -> idempotency.once(attempt, id, () -> add(id, request.profile(), request.validCredentials())));
    }

    private void add(UUID id, Profile profile, Set<Credential> credentials) {
        Therapist therapist = Therapist.added(id, profile, credentials);
        try {
            repository.persistAndFlush(therapist);
        } catch (PersistenceException failure) {
            if (SqlFailure.of(failure)
                    .filter(sql -> "therapist_pkey".equals(sql.constraint()))
                    .isPresent()) {
                throw Refusal.of(TherapistProblem.THERAPIST_EXISTS);
            }
            throw failure;
        }
        therapist.announce(clock.instant()).forEach(outbox::append);
    }

    /** Changes under the row's lock, so that nobody's change is overwritten and events leave in order. */
    TherapistView change(UUID id, @Nullable String ifMatch, TherapistChange change) {
        return transactions.run(() -> {
            Therapist therapist = repository.locked(id);
            new Version(therapist.version()).requireMatch(ifMatch);
            Instant now = clock.instant();
            therapist
                    .change(change.profile(therapist.profile()), change.validCredentials(), now)
                    .forEach(outbox::append);
            return TherapistView.of(therapist);
        });
    }

    TherapistView get(UUID id) {
        return transactions.run(
                () -> repository.findByIdOptional(id).map(TherapistView::of).orElseThrow(Refusal::notFound));
    }

    List<TherapistView> page(@Nullable UUID after, int size) {
        return transactions.run(() ->
                repository.after(after, size).stream().map(TherapistView::of).toList());
    }
}
