package ca.tripoint.booking.cancellation;

import ca.tripoint.booking.booking.Booking;
import ca.tripoint.booking.booking.BookingRepository;
import ca.tripoint.booking.booking.BookingStatus;
import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.booking.booking.Changes;
import ca.tripoint.booking.booking.Fee;
import ca.tripoint.booking.booking.Viewer;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls visits off. */
@ApplicationScoped
public class Cancellations {

    private final Transactions transactions;
    private final BookingRepository bookings;
    private final Changes changes;
    private final Clock clock;

    Cancellations(Transactions transactions, BookingRepository bookings, Changes changes, Clock clock) {
        this.transactions = transactions;
        this.bookings = bookings;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Calls a visit off. What is called off already stays so, whatever version the caller has seen.
     *
     * @param ifMatch the version that the caller has seen
     */
    BookingView cancel(UUID id, Viewer viewer, @Nullable String ifMatch) {
        return changes.to(id, viewer, (booking, mark) -> {
            if (booking.status() == BookingStatus.CANCELLED) {
                return null;
            }
            new Version(booking.version()).requireMatch(ifMatch);
            CancelledBy by = viewer.cancels(booking.clientId());
            Instant now = clock.instant();
            return booking.cancel(by, CancellationPolicy.terms(booking, now, by), now);
        });
    }

    /** What calling it off would cost now, or has cost. */
    CancellationTerms terms(UUID id, Viewer viewer) {
        return transactions.run(() -> {
            Booking booking = bookings.findByIdOptional(id).orElseThrow(Refusal::notFound);
            viewer.requireSight(booking.clientId(), booking.therapistId());
            Fee fee = fee(booking, viewer);
            return new CancellationTerms(
                    fee.amount().cents(),
                    fee.reason(),
                    CancellationPolicy.freeUntil(booking),
                    CancellationPolicy.reducedUntil(booking));
        });
    }

    private Fee fee(Booking booking, Viewer viewer) {
        Fee recorded = booking.fee();
        if (recorded != null) {
            return recorded;
        }
        Instant now = clock.instant();
        booking.requireStillToCome(now);
        return CancellationPolicy.terms(booking, now, viewer.cancels(booking.clientId()));
    }
}
