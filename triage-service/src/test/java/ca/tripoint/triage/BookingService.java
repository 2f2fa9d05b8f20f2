package ca.tripoint.triage;

import static org.awaitility.Awaitility.await;

import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.contracts.SessionEvent.SessionBooked;
import ca.tripoint.contracts.SessionEvent.SessionCancelled;
import ca.tripoint.contracts.SessionEvent.SessionHeld;
import ca.tripoint.testkit.EventProducer;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** What booking-service tells of visits. Each call returns when triage-service has heard it. */
final class BookingService {
    private BookingService() {}

    /** An hour with a therapist, so long from now. */
    static Session confirmed(UUID client, UUID therapist, String screening, Duration untilStart) {
        Session session = session(client, therapist, screening, untilStart);
        tell("session-booked", session, new SessionBooked(session, TestClock.now()));
        return session;
    }

    static Session held(UUID client, UUID therapist, String screening, Duration untilStart) {
        Session session = session(client, therapist, screening, untilStart);
        tell("session-held", session, new SessionHeld(session, TestClock.now().plusSeconds(600), TestClock.now()));
        return session;
    }

    static void calledOff(Session session) {
        Session now = new Session(
                session.bookingId(),
                session.version() + 1,
                session.clientId(),
                session.therapistId(),
                null,
                session.screeningId(),
                session.offerId(),
                session.start(),
                session.end(),
                session.zone(),
                session.busyFrom(),
                session.busyTo());
        tell("session-cancelled", now, new SessionCancelled(now, CancelledBy.CLIENT, TestClock.now()));
    }

    private static Session session(UUID client, UUID therapist, String screening, Duration untilStart) {
        Instant start = TestClock.now().plus(untilStart);
        Instant end = start.plus(Duration.ofHours(1));
        return new Session(
                UUID.randomUUID(),
                2,
                client,
                therapist,
                null,
                UUID.fromString(screening),
                null,
                start,
                end,
                "America/Toronto",
                start,
                end);
    }

    private static void tell(String type, Session session, Object event) {
        try (EventProducer producer = EventProducer.open()) {
            producer.publish("booking.sessions", session.bookingId(), "/booking-service", type, event);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> heard(session.bookingId()) == session.version());
    }

    private static long heard(UUID booking) throws SQLException {
        DataSource database = Arc.container().instance(DataSource.class).get();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT version FROM visit WHERE booking_id = ?")) {
            select.setObject(1, booking);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
