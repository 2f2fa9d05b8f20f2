package ca.tripoint.booking.course;

import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.booking.booking.BookingViews;
import ca.tripoint.booking.booking.Viewer;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows courses, to their clients and to operations. */
@ApplicationScoped
class Courses implements PanacheRepositoryBase<Course, UUID> {

    private final Transactions transactions;
    private final BookingViews bookings;

    Courses(Transactions transactions, BookingViews bookings) {
        this.transactions = transactions;
        this.bookings = bookings;
    }

    CourseView one(UUID id, Viewer viewer) {
        return transactions.run(() -> {
            Course course = findByIdOptional(id).orElseThrow(Refusal::notFound);
            if (!viewer.operations() && !viewer.isClient(course.clientId())) {
                throw Refusal.notFound();
            }
            List<BookingView> visits = bookings.ofCourse(id);
            return new CourseView(id, CourseView.statusOf(visits), course.clientId(), course.madeAt(), visits);
        });
    }
}
