package ca.tripoint.booking.hold;

import ca.tripoint.booking.booking.Booking;
import ca.tripoint.booking.booking.BookingRepository;
import ca.tripoint.booking.booking.BookingStatus;
import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.booking.booking.Changes;
import ca.tripoint.booking.booking.Viewer;
import ca.tripoint.kit.outbox.Outbox;
import ca.tripoint.kit.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Confirms holds, and releases those that nobody confirmed. */
@ApplicationScoped
public class Holds {

    private static final Logger LOG = Logger.getLogger(Holds.class);

    /** Holds released in one transaction: few enough that nobody waits long for one of them. */
    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final BookingRepository bookings;
    private final Changes changes;
    private final Outbox outbox;
    private final HoldConfig config;
    private final Clock clock;

    Holds(
            Transactions transactions,
            BookingRepository bookings,
            Changes changes,
            Outbox outbox,
            HoldConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.bookings = bookings;
        this.changes = changes;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Books a held visit. What is booked already stays so. */
    BookingView confirm(UUID id, Viewer viewer) {
        return changes.to(
                id,
                viewer.asOwner(),
                (booking, mark) ->
                        booking.status() == BookingStatus.CONFIRMED ? null : booking.confirm(mark, clock.instant()));
    }

    BookingView extend(UUID id, Viewer viewer) {
        return changes.to(
                id, viewer.asOwner(), (booking, mark) -> booking.extendHold(mark, config.extension(), clock.instant()));
    }

    /**
     * Releases the holds whose time is up. A booking that needs one of them in between does not wait for this; it releases the
     * hold itself.
     */
    @Scheduled(every = "${tripoint.hold.release-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void releaseStale() {
        int released = transactions.run(() -> {
            Instant now = clock.instant();
            List<Booking> stale = bookings.lockUnwaitedStaleHolds(now, AT_ONCE);
            stale.forEach(hold -> outbox.append(hold.expire(now)));
            return stale.size();
        });
        if (released > 0) {
            LOG.debugf("%d holds ran out", released);
        }
    }
}
