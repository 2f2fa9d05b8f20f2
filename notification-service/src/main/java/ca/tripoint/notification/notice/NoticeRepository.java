package ca.tripoint.notification.notice;

import ca.tripoint.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<Notice, UUID> {

    Optional<Notice> of(UUID recipient, UUID id) {
        return find("id = ?1 and recipientId = ?2", id, recipient).firstResultOptional();
    }

    List<Notice> newest(UUID recipient, int atMost) {
        return find("recipientId = ?1 order by createdAt desc, id desc", recipient)
                .page(0, atMost)
                .list();
    }

    List<Notice> newestBefore(UUID recipient, Cursor cursor, int atMost) {
        return find(
                        "recipientId = ?1 and (createdAt < ?2 or createdAt = ?2 and id < ?3)"
                                + " order by createdAt desc, id desc",
                        recipient,
                        cursor.at(),
                        cursor.id())
                .page(0, atMost)
                .list();
    }
}
