package ca.tripoint.booking.booking;

import ca.tripoint.booking.booking.BookingRepository.Parties;
import ca.tripoint.booking.client.Clients;
import ca.tripoint.booking.client.Mark;
import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.kit.outbox.Outbox;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change to one booking, under its client's lock and its own. It takes no time of a therapist, so that it needs no other. */
@ApplicationScoped
public class Changes {

    private final Transactions transactions;
    private final Clients clients;
    private final BookingRepository bookings;
    private final Outbox outbox;

    Changes(Transactions transactions, Clients clients, BookingRepository bookings, Outbox outbox) {
        this.transactions = transactions;
        this.clients = clients;
        this.bookings = bookings;
        this.outbox = outbox;
    }

    /** Something that can be done to a booking. */
    @FunctionalInterface
    public interface Change {

        /**
         * @param mark of the booking's client
         * @return what happened, to be told to others; null if nothing did
         */
        @Nullable
        SessionEvent to(Booking booking, Mark mark);
    }

    /** Refuses with {@code not-found} where the viewer may not see it, by what the locks show. */
    public BookingView to(UUID id, Viewer viewer, Change change) {
        return transactions.run(() -> {
            Parties known = bookings.parties(id).orElseThrow(Refusal::notFound);
            viewer.requireSight(known.clientId(), known.therapistId());
            Mark mark = clients.lock(known.clientId());
            Booking booking = bookings.lock(id).orElseThrow(Refusal::notFound);
            // Until the client's lock was had, the visit may have been moved to another therapist.
            viewer.requireSight(booking.clientId(), booking.therapistId());
            SessionEvent happened = change.to(booking, mark);
            if (happened != null) {
                bookings.flush();
                outbox.append(happened);
            }
            return BookingView.seenBy(viewer, booking, null);
        });
    }
}
