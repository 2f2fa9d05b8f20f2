package ca.tripoint.notification.delivery;

import ca.tripoint.notification.delivery.Delivery.Status;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

    /**
     * Skips what other workers look at, and what would overtake an older message about the same visit to the same person that is
     * still under way.
     */
    private static final String NEXT_DUE = """
            SELECT due.id FROM delivery due JOIN notice told ON told.id = due.notice_id
            WHERE due.status = 'PENDING' AND due.due_at <= :now
              AND (due.claimed_until IS NULL OR due.claimed_until <= :now)
              AND NOT EXISTS (
                SELECT 1 FROM notice older JOIN delivery underway ON underway.notice_id = older.id
                WHERE older.booking_id = told.booking_id AND older.recipient_id = told.recipient_id
                  AND older.id <> told.id AND underway.claimed_until > :now)
            ORDER BY due.urgent DESC, due.due_at, due.id
            LIMIT 1 FOR UPDATE OF due SKIP LOCKED
            """;

    Optional<Delivery> nextDue(Instant now) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(NEXT_DUE, UUID.class)
                .setParameter("now", now)
                .uniqueResultOptional()
                .map(this::findById);
    }

    Delivery locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new IllegalStateException("delivery " + id + " is gone"));
    }

    /** What a contact, stored for the first time or anew, may bring on its way. */
    List<Delivery> waitingForContact(UUID recipient) {
        return find(
                        "notice.recipientId = ?1 and (status = ?2 or urgent and status in (?3, ?4)) order by id",
                        recipient,
                        Status.NO_CONTACT,
                        Status.PENDING,
                        Status.FAILED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    void supersede(UUID recipient, UUID bookingId) {
        update(
                "status = ?1 where status in (?2, ?3) and notice.id in"
                        + " (select n.id from Notice n where n.recipientId = ?4 and n.visit.bookingId = ?5)",
                Status.SUPERSEDED,
                Status.PENDING,
                Status.NO_CONTACT,
                recipient,
                bookingId);
    }
}
