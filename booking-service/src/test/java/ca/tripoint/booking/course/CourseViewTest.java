package ca.tripoint.booking.course;

import static ca.tripoint.booking.course.CourseView.Status.BOOKED;
import static ca.tripoint.booking.course.CourseView.Status.COMPLETED;
import static ca.tripoint.booking.course.CourseView.Status.ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.booking.Visits;
import ca.tripoint.booking.booking.Booking;
import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.booking.booking.Fee;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a course of two visits stands. */
class CourseViewTest {

    private static final Visit FIRST = Visits.at("2027-03-10T10:00");
    private static final Visit SECOND = Visits.at("2027-03-17T10:00");
    private static final Instant LONG_AGO = FIRST.startAt().minus(Duration.ofDays(10));

    private final Booking first = Visits.confirmed(FIRST, LONG_AGO);
    private final Booking second = Visits.confirmed(SECOND, LONG_AGO);

    @Test
    void it_is_booked_until_the_end_of_its_last_visit_and_then_completed() {
        assertThat(status(LONG_AGO)).isEqualTo(BOOKED);
        assertThat(status(SECOND.endAt().minusMillis(1))).isEqualTo(BOOKED);
        assertThat(status(SECOND.endAt())).isEqualTo(COMPLETED);
    }

    @Test
    void it_is_completed_when_one_visit_took_place_and_the_rest_was_called_off() {
        second.cancel(CancelledBy.CLIENT, Fee.none(Fee.Reason.IN_GOOD_TIME), LONG_AGO);

        assertThat(status(FIRST.endAt().minusMillis(1))).isEqualTo(BOOKED);
        assertThat(status(FIRST.endAt())).isEqualTo(COMPLETED);
    }

    @Test
    void it_has_ended_when_all_of_it_was_called_off() {
        first.cancel(CancelledBy.CLIENT, Fee.none(Fee.Reason.IN_GOOD_TIME), LONG_AGO);
        second.cancel(CancelledBy.THERAPIST, Fee.none(Fee.Reason.NOT_THE_CLIENTS_DOING), LONG_AGO);

        assertThat(status(LONG_AGO)).isEqualTo(ENDED);
        assertThat(status(SECOND.endAt())).isEqualTo(ENDED);
    }

    private CourseView.Status status(Instant now) {
        List<BookingView> visits = Stream.of(first, second).map(BookingView::of).toList();
        return CourseView.statusOf(visits, now);
    }
}
