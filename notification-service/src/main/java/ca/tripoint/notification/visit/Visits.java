package ca.tripoint.notification.visit;

import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.notification.notice.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Follows each visit from version to version and tells those concerned; what comes late is passed over. */
@ApplicationScoped
class Visits {

    private static final String ADVANCE = """
            INSERT INTO visit (booking_id, version) VALUES (:booking, :version)
            ON CONFLICT (booking_id) DO UPDATE SET version = excluded.version WHERE visit.version < excluded.version
            """;

    private final EntityManager database;
    private final Notices notices;

    Visits(EntityManager database, Notices notices) {
        this.database = database;
        this.notices = notices;
    }

    /** Inside the transaction that counts the event. */
    void heard(UUID eventId, SessionEvent event) {
        if (!isNewest(event)) {
            return;
        }
        UUID booking = event.session().bookingId();
        VisitNews.concerned(event).forEach(person -> notices.outdate(person, booking));
        VisitNews.of(event).forEach(news -> notices.tell(eventId, news));
    }

    /** Locks the visit as well: whatever else is heard of it waits. */
    private boolean isNewest(SessionEvent event) {
        return database.createNativeQuery(ADVANCE)
                        .setParameter("booking", event.session().bookingId())
                        .setParameter("version", event.version())
                        .executeUpdate()
                == 1;
    }
}
