package ca.tripoint.booking.booking;

import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows bookings, and decides nothing: what is read here is never written. */
@ApplicationScoped
public class BookingViews {

    private final Transactions transactions;
    private final BookingRepository bookings;
    private final Doors doors;
    private final BookingConfig config;
    private final Clock clock;

    BookingViews(
            Transactions transactions, BookingRepository bookings, Doors doors, BookingConfig config, Clock clock) {
        this.transactions = transactions;
        this.bookings = bookings;
        this.doors = doors;
        this.config = config;
        this.clock = clock;
    }

    /** A booking that was just made, without the address: its client has just given it. */
    BookingView made(UUID id) {
        return transactions.run(
                () -> BookingView.of(bookings.findByIdOptional(id).orElseThrow(Refusal::notFound)));
    }

    /** One booking, with the address for the client, for operations, and for the therapist while they are expected there. */
    BookingView one(UUID id, Viewer viewer) {
        return transactions.run(() -> {
            Booking booking = bookings.findByIdOptional(id).orElseThrow(Refusal::notFound);
            viewer.requireSight(booking.clientId(), booking.therapistId());
            boolean atTheDoor = viewer.operations()
                    || viewer.isClient(booking.clientId())
                    || booking.isTherapistExpected(config.addressAfterVisit(), clock.instant());
            return BookingView.seenBy(viewer, booking, atTheDoor ? doors.open(booking) : null);
        });
    }

    /** The viewer's bookings, the latest visit first. */
    Items<BookingView> page(Viewer viewer, @Nullable String status, @Nullable Integer limit, @Nullable String cursor) {
        int size = Math.clamp(limit == null ? config.pageSize() : limit, 1, config.largestPage());
        List<String> conditions = new ArrayList<>();
        Parameters parameters = new Parameters();
        if (!viewer.operations()) {
            conditions.add("(" + mine(viewer, parameters) + ")");
        }
        if (status != null) {
            conditions.add("status = :status");
            parameters.and("status", statusNamed(status));
        }
        if (cursor != null) {
            Cursor after = Cursor.read(cursor);
            conditions.add("(visit.startAt < :at OR visit.startAt = :at AND id < :id)");
            parameters.and("at", after.at()).and("id", after.id());
        }
        String where = conditions.isEmpty() ? "FROM Booking" : String.join(" AND ", conditions);
        return transactions.run(() -> {
            List<Booking> found = bookings.find(where + " ORDER BY visit.startAt DESC, id DESC", parameters)
                    .range(0, size)
                    .list();
            List<BookingView> items = found.stream()
                    .limit(size)
                    .map(booking -> BookingView.seenBy(viewer, booking, null))
                    .toList();
            return new Items<>(items, found.size() > size ? next(found.get(size - 1), status, size) : null);
        });
    }

    public List<BookingView> ofCourse(UUID course) {
        return bookings.find("courseId = ?1 ORDER BY visit.startAt", course).stream()
                .map(BookingView::of)
                .toList();
    }

    private static String mine(Viewer viewer, Parameters parameters) {
        parameters.and("me", viewer.id());
        List<String> sides = new ArrayList<>();
        if (viewer.client()) {
            sides.add("clientId = :me");
        }
        if (viewer.therapist()) {
            sides.add("therapistId = :me");
        }
        return String.join(" OR ", sides);
    }

    private static BookingStatus statusNamed(String name) {
        return Arrays.stream(BookingStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidField("status", "unknown-value"));
    }

    private static String next(Booking last, @Nullable String status, int size) {
        return "/v1/bookings?" + (status == null ? "" : "status=" + status + "&") + "limit=" + size + "&cursor="
                + new Cursor(last.visit().startAt(), last.id()).text();
    }
}
