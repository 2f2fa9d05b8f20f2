package ca.tripoint.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the outbox, for whoever watches: {@code tripoint_outbox_events} and {@code tripoint_outbox_oldest_age_seconds}. In
 * health both are near zero; an age that grows means that Kafka is away or refuses an event, and that the other services do not
 * hear of what happens here. Not a number where the database did not answer.
 */
@ApplicationScoped
class Backlog {

    private static final Logger LOG = Logger.getLogger(Backlog.class);

    private record Waiting(long events, @Nullable Instant since) {}

    private final DataSource database;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile @Nullable Waiting waiting;

    Backlog(DataSource database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.meters = meters;
    }

    void publish(@Observes StartupEvent startup) {
        Gauge.builder("tripoint.outbox.events", this, Backlog::events)
                .description("Events that Kafka has not acknowledged yet")
                .register(meters);
        Gauge.builder("tripoint.outbox.oldest.age", this, Backlog::ageSeconds)
                .baseUnit("seconds")
                .description("How long the oldest of them has been waiting")
                .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT count(*) AS events, min(occurred_at) AS since FROM outbox");
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
            waiting = new Waiting(row.getLong("events"), since == null ? null : since.toInstant());
        } catch (SQLException unknown) {
            waiting = null;
            LOG.debugf(unknown, "nobody knows what waits in the outbox");
        }
    }

    private double events() {
        Waiting known = waiting;
        return known == null ? Double.NaN : known.events();
    }

    private double ageSeconds() {
        Waiting known = waiting;
        if (known == null) {
            return Double.NaN;
        }
        return known.since() == null
                ? 0
                : Duration.between(known.since(), clock.instant()).toMillis() / 1_000.0;
    }
}
