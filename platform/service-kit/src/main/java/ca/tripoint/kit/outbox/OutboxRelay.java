package ca.tripoint.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is in the outbox, in the order of its ids, and deletes what Kafka has acknowledged.
 *
 * <p>One relay is active per service: the one whose connection holds a session advisory lock. The others wait and take over when
 * it is gone. A crash between acknowledgement and deletion sends some events twice, under the same id: consumers count them once.
 *
 * <p>Nothing ends the relay but the service's end: whatever is thrown, it pauses and tries again. Should it hang all the same, or
 * have ended, {@link RelayCheck} says so.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** "tripoint" in ASCII: the same in every service, since each has a database of its own. */
    private static final long ADVISORY_LOCK = 0x747269706F696E74L;

    private final DataSource database;
    private final EventProducer producers;
    private final OutboxConfig config;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running = true;
    private Duration pause;
    private volatile long lastSign = System.nanoTime();
    private volatile @Nullable Thread thread;

    OutboxRelay(DataSource database, EventProducer producers, OutboxConfig config) {
        this.database = database;
        this.producers = producers;
        this.config = config;
        this.pause = config.pauseAfterFailure();
    }

    void start(@Observes StartupEvent startup) {
        lastSign = System.nanoTime();
        thread = Thread.ofPlatform().name("outbox-relay").daemon(true).start(this::relayUntilStopped);
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        running = false;
        wake();
        Thread relay = thread;
        if (relay != null && !relay.join(Duration.ofSeconds(5))) {
            relay.interrupt();
        }
    }

    /** Whether the relay runs, and has not been in one place for longer than anything it does may take. */
    boolean isAtWork() {
        Thread relay = thread;
        return relay != null
                && relay.isAlive()
                && Duration.ofNanos(System.nanoTime() - lastSign).compareTo(config.stuckAfter()) <= 0;
    }

    /** Something was committed. */
    void wake() {
        wakeUps.release();
    }

    private void relayUntilStopped() {
        while (running) {
            lastSign = System.nanoTime();
            try {
                if (!relayedAlone()) {
                    TimeUnit.MILLISECONDS.sleep(config.standby().toMillis());
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable failure) { // an Error, too, must not leave the events lying
                if (running) {
                    LOG.warnf(failure, "events wait in the outbox: relay pauses and tries again");
                    pause();
                }
            }
        }
    }

    /** False where another replica's relay is active: this one keeps no connection meanwhile. */
    private boolean relayedAlone() throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            if (!isAlone(connection)) {
                return false;
            }
            try (Producer<String, String> producer = producers.open()) {
                relay(connection, producer);
            } finally {
                release(connection);
            }
            return true;
        }
    }

    private void relay(Connection connection, Producer<String, String> producer)
            throws SQLException, ExecutionException, InterruptedException {
        while (running) {
            lastSign = System.nanoTime();
            wakeUps.drainPermits();
            List<StoredEvent> batch = oldest(connection);
            if (batch.isEmpty()) {
                await(config.poll());
            } else {
                send(producer, batch);
                delete(connection, batch);
                TimeUnit.MILLISECONDS.sleep(config.pace().toMillis());
            }
            pause = config.pauseAfterFailure();
        }
    }

    private void send(Producer<String, String> producer, List<StoredEvent> batch)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(batch.size());
        for (StoredEvent event : batch) {
            lastSign = System.nanoTime();
            Future<RecordMetadata> acknowledgement = producer.send(producers.toRecord(event));
            if (acknowledgement.isDone()) {
                acknowledgement.get(); // refused at once: what comes after it must not overtake it
            }
            acknowledgements.add(acknowledgement);
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
    }

    private List<StoredEvent> oldest(Connection connection) throws SQLException {
        String sql = """
                SELECT id, event_id, topic, key, type, occurred_at, traceparent, payload FROM outbox ORDER BY id LIMIT ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, config.batch());
            List<StoredEvent> events = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(StoredEvent.of(rows));
                }
            }
            return events;
        }
    }

    private static void delete(Connection connection, List<StoredEvent> sent) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", sent.stream().map(StoredEvent::id).toArray()));
            delete.executeUpdate();
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        return advisory(connection, "SELECT pg_try_advisory_lock(?)");
    }

    /** The pool gets the connection back: the lock must not go with it. A broken connection has lost its lock already. */
    private static void release(Connection connection) {
        try {
            advisory(connection, "SELECT pg_advisory_unlock(?)");
        } catch (SQLException alreadyGone) {
            LOG.debugf(alreadyGone, "the relay's lock went with its connection");
        }
    }

    private static boolean advisory(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, ADVISORY_LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void await(Duration atMost) throws InterruptedException {
        if (wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(config.longestPause()) < 0 ? longer : config.longestPause();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
