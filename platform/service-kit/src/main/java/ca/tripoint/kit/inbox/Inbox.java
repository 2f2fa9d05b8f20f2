package ca.tripoint.kit.inbox;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.EventType;
import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.transaction.SqlFailure;
import ca.tripoint.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * The door through which events come in. The event's id and all that its handler changes commit together, so that an event
 * delivered twice counts once.
 *
 * <p>While the database is away the consumer waits: nothing is wrong with the event. Any other failure is tried
 * {@value #ATTEMPTS} times and then thrown, upon which the channel puts the event into {@code <topic>.dead-letter} with the reason
 * and goes on.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final String INSERT =
            "INSERT INTO inbox (event_id, topic, received_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private final DataSource database;
    private final Transactions transactions;
    private final Json json;
    private final Clock clock;

    Inbox(DataSource database, Transactions transactions, Json json, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Handles one record, once. A type that this service does not know is passed over; a version that it does not know of a type that
     * it does is put aside, for it may not be read as another.
     *
     * @param handler runs in the transaction; it must lock what it changes and pass over versions older than it has seen
     */
    public void receive(ConsumerRecord<String, byte[]> message, Consumer<Event> handler) {
        receive(message, (eventId, event) -> handler.accept(event));
    }

    /** The same, for a handler that keeps the event's id with what it makes of the event. */
    public void receive(ConsumerRecord<String, byte[]> message, BiConsumer<UUID, Event> handler) {
        List<EventType> versions = EventType.named(attribute(message, "ce_type"));
        if (versions.isEmpty()) {
            LOG.debugf("an event of an unknown type on %s is passed over", message.topic());
            return;
        }
        EventType type = ofSchema(versions, attribute(message, "ce_dataschema"));
        UUID eventId = UUID.fromString(attribute(message, "ce_id"));
        Event event = json.read(message.value(), type.recordClass());
        Duration pause = Duration.ofMillis(100);
        for (int attempt = 1; ; ) {
            try {
                transactions.run(() -> {
                    if (isNew(eventId, message.topic())) {
                        handler.accept(eventId, event);
                    }
                });
                return;
            } catch (RuntimeException failure) {
                boolean outage =
                        SqlFailure.of(failure).filter(SqlFailure::isOutage).isPresent();
                if (!outage && attempt++ == ATTEMPTS) {
                    throw failure;
                }
                LOG.warnf(failure, "event %s (%s) could not be handled yet, trying again", eventId, type.typeName());
                await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static EventType ofSchema(List<EventType> versions, String schema) {
        return versions.stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this service does not know the schema " + schema));
    }

    private boolean isNew(UUID eventId, String topic) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, eventId);
            insert.setString(2, topic);
            insert.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("event " + eventId + " could not be registered", failure);
        }
    }

    private static String attribute(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("a record on " + message.topic() + " lacks the attribute " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void await(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an event waited; it will be delivered again", stopped);
        }
    }
}
