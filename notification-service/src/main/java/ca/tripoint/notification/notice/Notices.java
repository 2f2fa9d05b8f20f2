package ca.tripoint.notification.notice;

import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells people, once for each event, and keeps what they were told. */
@ApplicationScoped
public class Notices {

    private final NoticeRepository repository;
    private final Channel channel;
    private final Transactions transactions;
    private final Clock clock;

    Notices(NoticeRepository repository, Channel channel, Transactions transactions, Clock clock) {
        this.repository = repository;
        this.channel = channel;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Inside the transaction that counts the event: the notice and its delivery are there once or not at all. Should an event be
     * counted twice all the same, {@code notice_told_once} refuses it.
     */
    public void tell(UUID eventId, News news) {
        Notice notice = new Notice(UUID.randomUUID(), eventId, news, clock.instant());
        repository.persist(notice);
        channel.carry(notice);
    }

    /** Something newer happened to the visit: what this person has not yet been told of it is out of date. */
    public void outdate(UUID recipient, UUID bookingId) {
        channel.withdraw(recipient, bookingId);
    }

    /** @return at most {@code count}, newest first */
    List<Notice> of(UUID recipient, @Nullable Cursor cursor, int count) {
        return transactions.run(() -> cursor == null
                ? repository.newest(recipient, count)
                : repository.newestBefore(recipient, cursor, count));
    }

    /** Another's notice is not found. */
    void markRead(UUID recipient, UUID id) {
        transactions.run(() ->
                repository.of(recipient, id).orElseThrow(Refusal::notFound).read(clock.instant()));
    }
}
