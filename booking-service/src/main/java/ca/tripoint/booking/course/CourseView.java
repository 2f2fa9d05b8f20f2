package ca.tripoint.booking.course;

import ca.tripoint.booking.booking.BookingStatus;
import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.kit.http.Version;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course and its visits, in the order of their times. */
@Schema(name = "Course")
record CourseView(UUID id, Status status, UUID clientId, Instant madeAt, List<BookingView> bookings) {

    enum Status {
        /** Visits are still to come or under way. */
        BOOKED,
        /** All visits are over, and at least one took place: it was completed, or nobody said that it did not. */
        COMPLETED,
        /** All visits are over, and none took place. */
        ENDED
    }

    /** With an ETag that changes whenever one of the visits does: versions only grow, and so does their sum. */
    Response tagged(Response.ResponseBuilder response) {
        long version = bookings.stream()
                .mapToLong(booking -> Objects.requireNonNullElse(booking.version(), 0L))
                .sum();
        return response.entity(this).tag(new Version(version).etag()).build();
    }

    static Status statusOf(List<BookingView> bookings, Instant now) {
        if (bookings.stream()
                .anyMatch(
                        booking -> stands(booking) && booking.end().toInstant().isAfter(now))) {
            return Status.BOOKED;
        }
        return bookings.stream().anyMatch(booking -> stands(booking) || booking.status() == BookingStatus.COMPLETED)
                ? Status.COMPLETED
                : Status.ENDED;
    }

    private static boolean stands(BookingView booking) {
        return booking.status().occupiesTime();
    }
}
