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
        /** Visits are still to come. */
        BOOKED,
        /** None is to come, and at least one took place. */
        COMPLETED,
        /** None is to come, and none took place. */
        ENDED
    }

    /** With an ETag that changes whenever one of the visits does: versions only grow, and so does their sum. */
    Response tagged(Response.ResponseBuilder response) {
        long version = bookings.stream()
                .mapToLong(booking -> Objects.requireNonNullElse(booking.version(), 0L))
                .sum();
        return response.entity(this).tag(new Version(version).etag()).build();
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
