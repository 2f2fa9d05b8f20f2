package ca.tripoint.booking.course;

import ca.tripoint.booking.booking.BookingStatus;
import ca.tripoint.booking.booking.BookingView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course and its visits, in the order of their times. */
@Schema(name = "Course")
record CourseView(UUID id, Status status, UUID clientId, Instant madeAt, List<BookingView> bookings) {

    enum Status {
        /** Visits are still to come. */
        BOOKED,
        /** None is to come, and at least one took place. */
        COMPLETED,
        /** None is to come, and none took place. */
        ENDED
    }

    static Status statusOf(List<BookingView> bookings) {
        if (bookings.stream().anyMatch(booking -> booking.status().occupiesTime())) {
            return Status.BOOKED;
        }
        return bookings.stream().anyMatch(booking -> booking.status() == BookingStatus.COMPLETED)
                ? Status.COMPLETED
                : Status.ENDED;
    }
}
