package ca.tripoint.notification.visit;

import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.notification.notice.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Follows each visit from version to version and tells those concerned; what comes late is passed over, and what nobody was told of
 * ends in silence.
 */
@ApplicationScoped
class Visits {

    private static final String ADVANCE = """
            INSERT INTO visit (booking_id, version, announced) VALUES (:booking, :version, :announces)
            ON CONFLICT (booking_id) DO UPDATE
                SET version = excluded.version, announced = visit.announced OR excluded.announced
                WHERE visit.version < excluded.version
            RETURNING announced
            """;

    private final EntityManager database;
    private final WithdrawnVisits withdrawn;
    private final Notices notices;

    Visits(EntityManager database, WithdrawnVisits withdrawn, Notices notices) {
        this.database = database;
        this.withdrawn = withdrawn;
        this.notices = notices;
    }

    /** Inside the transaction that counts the event. */
    void heard(UUID eventId, SessionEvent event) {
        advance(event).ifPresent(announced -> {
            UUID booking = event.session().bookingId();
            VisitNews.concerned(event).forEach(person -> notices.outdate(person, booking));
            if (announced) {
                VisitNews.of(event).forEach(news -> notices.tell(eventId, news));
                if (VisitNews.isSafetysToTell(event)) {
                    withdrawn.persist(new WithdrawnVisit(event.session()));
                }
            }
        });
    }

    /**
     * Whether the visit was announced, this event included; empty if something newer was heard of it. Locks the visit as well:
     * whatever else is heard of it waits.
     */
    private Optional<Boolean> advance(SessionEvent event) {
        return database.unwrap(Session.class)
                .createNativeQuery(ADVANCE, Boolean.class)
                .setParameter("booking", event.session().bookingId())
                .setParameter("version", event.version())
                .setParameter("announces", VisitNews.announces(event))
                .uniqueResultOptional();
    }
}
