package ca.tripoint.booking.booking;

import ca.tripoint.booking.offer.Offer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The offers that have become a booking or moved one. One that has expired is refused by itself, and may be forgotten. */
@ApplicationScoped
class UsedOffers {

    private final DataSource database;
    private final BookingConfig config;
    private final Clock clock;

    UsedOffers(DataSource database, BookingConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** A look: precise under the lock of the client whose offer it is, since nobody else can use it. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean contain(UUID offer) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT 1 FROM used_offer WHERE offer_id = ?")) {
            select.setObject(1, offer);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("an offer's use could not be looked up", failure);
        }
    }

    /** False if one of them was used before: then nothing may be kept of this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean add(List<Offer> offers, Instant now) {
        String values = String.join(", ", Collections.nCopies(offers.size(), "(?, ?, ?)"));
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO used_offer (offer_id, used_at, expires_at) VALUES "
                                + values + " ON CONFLICT DO NOTHING")) {
            int at = 1;
            for (Offer offer : offers) {
                insert.setObject(at++, offer.id());
                insert.setObject(at++, now.atOffset(ZoneOffset.UTC));
                insert.setObject(at++, offer.expiresAt().atOffset(ZoneOffset.UTC));
            }
            return insert.executeUpdate() == offers.size();
        } catch (SQLException failure) {
            throw new IllegalStateException("offers could not be marked as used", failure);
        }
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetExpired() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM used_offer WHERE expires_at < ?")) {
            delete.setObject(1, clock.instant().minus(config.usedOffersKept()).atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }
}
