package ca.tripoint.kittest;

import ca.tripoint.contracts.ScreeningEvent.ScreeningCompleted;
import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.outbox.Outbox;
import ca.tripoint.kit.problem.ProblemCode;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;

/** Things that count how often they were changed, and tell of it. */
@ApplicationScoped
class Things {

    enum ThingProblem implements ProblemCode {
        OUT_OF_STOCK;

        @Override
        public String code() {
            return "out-of-stock";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final EntityManager database;
    private final Outbox outbox;
    private final Vault vault;
    private final Clock clock;

    Things(
            Transactions transactions,
            Idempotency idempotency,
            EntityManager database,
            Outbox outbox,
            Vault vault,
            Clock clock) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.database = database;
        this.outbox = outbox;
        this.vault = vault;
        this.clock = clock;
    }

    Idempotency.Outcome create(Idempotency.Attempt attempt, String secret, boolean refused) {
        UUID id = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, id, () -> {
            database.createNativeQuery("INSERT INTO thing (id, version, secret) VALUES (:id, 1, :secret)")
                    .setParameter("id", id)
                    .setParameter("secret", vault.seal(cell(id), secret))
                    .executeUpdate();
            outbox.append(new ScreeningCompleted(id, id, 1, clock.instant()));
            if (refused) {
                throw Refusal.of(ThingProblem.OUT_OF_STOCK);
            }
        }));
    }

    void change(UUID id) {
        transactions.run(() -> {
            long version = ((Number) database.createNativeQuery(
                                    "UPDATE thing SET version = version + 1 WHERE id = :id RETURNING version",
                                    Long.class)
                            .setParameter("id", id)
                            .getSingleResult())
                    .longValue();
            outbox.append(new ScreeningCompleted(id, id, version, clock.instant()));
        });
    }

    long version(UUID id) {
        return transactions.run(
                () -> (Long) database.createNativeQuery("SELECT version FROM thing WHERE id = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    void note(String note) {
        transactions.run(() -> {
            database.createNativeQuery("INSERT INTO thing (id, version, note) VALUES (:id, 1, :note)")
                    .setParameter("id", UUID.randomUUID())
                    .setParameter("note", note)
                    .executeUpdate();
        });
    }

    static Cell cell(UUID id) {
        return new Cell("thing", "secret", id, id);
    }
}
