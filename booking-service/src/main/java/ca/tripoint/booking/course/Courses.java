package ca.tripoint.booking.course;

import ca.tripoint.booking.booking.Booking;
import ca.tripoint.booking.booking.BookingRepository;
import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.booking.booking.BookingViews;
import ca.tripoint.booking.booking.Viewer;
import ca.tripoint.booking.cancellation.CancellationPolicy;
import ca.tripoint.booking.client.Clients;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.outbox.Outbox;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Courses, as their clients and operations see them and call them off. */
@ApplicationScoped
class Courses implements PanacheRepositoryBase<Course, UUID> {

    private final Transactions transactions;
    private final BookingViews views;
    private final BookingRepository bookings;
    private final Clients clients;
    private final Outbox outbox;
    private final Clock clock;

    Courses(
            Transactions transactions,
            BookingViews views,
            BookingRepository bookings,
            Clients clients,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.views = views;
        this.bookings = bookings;
        this.clients = clients;
        this.outbox = outbox;
        this.clock = clock;
    }

    CourseView one(UUID id, Viewer viewer) {
        return transactions.run(() -> view(course(id, viewer)));
    }

    /**
     * Calls off the visits that are still to come, each on its own terms. When none is, nothing happens, whatever version the
     * caller has seen.
     */
    CourseView cancel(UUID id, Viewer viewer, @Nullable String ifMatch) {
        return transactions.run(() -> {
            Course course = course(id, viewer);
            clients.lock(course.clientId());
            Instant now = clock.instant();
            List<Booking> visits = bookings.lockOfCourse(id);
            List<Booking> toCome =
                    visits.stream().filter(visit -> visit.isStillToCome(now)).toList();
            if (!toCome.isEmpty()) {
                new Version(visits.stream().mapToLong(Booking::version).sum()).requireMatch(ifMatch);
                CancelledBy by = viewer.cancels(course.clientId());
                toCome.forEach(visit -> outbox.append(visit.cancel(by, CancellationPolicy.terms(visit, now, by), now)));
                bookings.flush();
            }
            return view(course);
        });
    }

    /** A course itself never changes, so that it may be read before any lock. */
    private Course course(UUID id, Viewer viewer) {
        Course course = findByIdOptional(id).orElseThrow(Refusal::notFound);
        if (!viewer.operations() && !viewer.isClient(course.clientId())) {
            throw Refusal.notFound();
        }
        return course;
    }

    private CourseView view(Course course) {
        List<BookingView> visits = views.ofCourse(course.id());
        return new CourseView(
                course.id(), CourseView.statusOf(visits, clock.instant()), course.clientId(), course.madeAt(), visits);
    }
}
