package ca.tripoint.kittest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.tripoint.kit.transaction.SqlFailure;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.kit.transaction.Writes;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL gives up starts again; nothing of the attempt that failed remains. */
@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class TransactionsTest {

    @Inject
    Transactions transactions;

    @Inject
    Writes writes;

    @Inject
    EntityManager database;

    @Test
    void a_real_deadlock_is_broken_by_postgresql_and_both_sides_succeed() throws Exception {
        UUID one = newThing();
        UUID other = newThing();
        long deadlocks = deadlocks();
        AtomicInteger attempts = new AtomicInteger();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        CountDownLatch oneIsDone = new CountDownLatch(1);
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> there = lanes.submit(() -> changeBoth(one, other, attempts, bothHoldOne, oneIsDone));
            Future<?> back = lanes.submit(() -> changeBoth(other, one, attempts, bothHoldOne, oneIsDone));
            there.get(60, TimeUnit.SECONDS);
            back.get(60, TimeUnit.SECONDS);
        }

        assertThat(attempts).hasValue(3);
        assertThat(version(one)).isEqualTo(3);
        assertThat(version(other)).isEqualTo(3);
        await().until(() -> deadlocks() == deadlocks + 1);
    }

    /** The first attempts meet, each with one of the locks. Whoever starts again lets the other side finish, so that they meet once. */
    private void changeBoth(
            UUID first, UUID second, AtomicInteger attempts, CyclicBarrier bothHoldOne, CountDownLatch oneIsDone) {
        AtomicInteger own = new AtomicInteger();
        transactions.run(() -> {
            attempts.incrementAndGet();
            boolean again = own.incrementAndGet() > 1;
            if (again) {
                pass(oneIsDone);
            }
            change(first);
            if (!again) {
                meet(bothHoldOne);
            }
            change(second);
        });
        oneIsDone.countDown();
    }

    @Test
    void a_serialization_failure_starts_again_and_sees_what_it_had_missed() {
        UUID thing = newThing();
        AtomicInteger attempts = new AtomicInteger();

        transactions.run(() -> {
            database.createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                    .executeUpdate();
            long seen = versionHere(thing);
            if (attempts.incrementAndGet() == 1) {
                transactions.run(() -> change(thing));
            }
            assertThat(seen).isEqualTo(attempts.get());
            change(thing);
        });

        assertThat(attempts).hasValue(2);
        assertThat(version(thing)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001"})
    void what_is_given_up_each_time_is_tried_four_times_and_leaves_nothing(String sqlState) {
        UUID thing = newThing();
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> transactions.run(() -> {
                    attempts.incrementAndGet();
                    change(thing);
                    fail(sqlState);
                }))
                .satisfies(failure -> assertThat(
                                SqlFailure.of(failure).orElseThrow().sqlState())
                        .isEqualTo(sqlState));

        assertThat(attempts).hasValue(4);
        assertThat(version(thing)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23P01", "55P03"})
    void what_would_fail_again_is_not_tried_again(String sqlState) {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> transactions.run(() -> {
                    attempts.incrementAndGet();
                    fail(sqlState);
                }))
                .satisfies(failure -> assertThat(
                                SqlFailure.of(failure).orElseThrow().sqlState())
                        .isEqualTo(sqlState));

        assertThat(attempts).hasValue(1);
    }

    @Test
    void writes_that_nobody_reads_leave_together_in_their_order_before_the_commit() {
        UUID thing = UUID.randomUUID();

        transactions.run(() -> {
            writes.add("INSERT INTO thing (id, version, note) VALUES (?, ?, ?)", thing, 1L, null);
            writes.add("UPDATE thing SET version = version * ? WHERE id = ?", 7L, thing);
            assertThat(count(thing)).isZero();
        });

        assertThat(version(thing)).isEqualTo(7);
    }

    @Test
    void what_such_a_write_violates_fails_the_commit_and_nothing_remains() {
        UUID thing = newThing();

        assertThatThrownBy(() -> transactions.run(() -> {
                    change(thing);
                    writes.add("UPDATE thing SET version = 9 WHERE id = ?", thing);
                    writes.add("UPDATE thing SET note = ? WHERE id = ?", "too long", thing);
                }))
                .satisfies(failure -> assertThat(
                                SqlFailure.of(failure).orElseThrow().constraint())
                        .isEqualTo("thing_note_is_short"));

        assertThat(version(thing)).isEqualTo(1);
    }

    @Test
    void a_transaction_whose_writes_are_given_up_starts_again() {
        UUID thing = newThing();
        AtomicInteger attempts = new AtomicInteger();

        transactions.run(() -> {
            writes.add("UPDATE thing SET version = version + 1 WHERE id = ?", thing);
            if (attempts.incrementAndGet() == 1) {
                writes.add("DO $$ BEGIN RAISE EXCEPTION 'as asked' USING ERRCODE = '40001'; END $$");
            }
        });

        assertThat(attempts).hasValue(2);
        assertThat(version(thing)).isEqualTo(2);
    }

    private UUID newThing() {
        UUID id = UUID.randomUUID();
        transactions.run(() -> {
            database.createNativeQuery("INSERT INTO thing (id, version) VALUES (:id, 1)")
                    .setParameter("id", id)
                    .executeUpdate();
        });
        return id;
    }

    private void change(UUID thing) {
        database.createNativeQuery("UPDATE thing SET version = version + 1 WHERE id = :id")
                .setParameter("id", thing)
                .executeUpdate();
    }

    private void fail(String sqlState) {
        database.createNativeQuery("DO $$ BEGIN RAISE EXCEPTION 'as asked' USING ERRCODE = '" + sqlState + "'; END $$")
                .executeUpdate();
    }

    private long version(UUID thing) {
        return transactions.run(() -> versionHere(thing));
    }

    private long versionHere(UUID thing) {
        return (Long) database.createNativeQuery("SELECT version FROM thing WHERE id = :id", Long.class)
                .setParameter("id", thing)
                .getSingleResult();
    }

    private long count(UUID thing) {
        return (Long) database.createNativeQuery("SELECT count(*) FROM thing WHERE id = :id", Long.class)
                .setParameter("id", thing)
                .getSingleResult();
    }

    private long deadlocks() {
        return transactions.run(() -> (Long) database.createNativeQuery(
                        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", Long.class)
                .getSingleResult());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException nobodyCame) {
            throw new IllegalStateException(nobodyCame);
        }
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
