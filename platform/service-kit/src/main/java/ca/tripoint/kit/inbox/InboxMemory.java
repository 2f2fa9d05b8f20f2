package ca.tripoint.kit.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Forgets the ids of events that no longer come again, so that the inbox does not grow for ever. */
@ApplicationScoped
class InboxMemory {

    private final DataSource database;
    private final InboxConfig config;
    private final Clock clock;

    InboxMemory(DataSource database, InboxConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${tripoint.inbox.forget-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM inbox WHERE received_at < ?")) {
            delete.setObject(1, clock.instant().minus(config.remembered()).atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }
}
