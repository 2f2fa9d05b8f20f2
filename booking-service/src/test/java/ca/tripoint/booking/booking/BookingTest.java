package ca.tripoint.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.booking.Visits;
import ca.tripoint.booking.client.Mark;
import ca.tripoint.booking.offer.Offer;
import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.contracts.SessionEvent.RevocationCause;
import ca.tripoint.contracts.SessionEvent.SessionBooked;
import ca.tripoint.contracts.SessionEvent.SessionCancelled;
import ca.tripoint.contracts.SessionEvent.SessionHeld;
import ca.tripoint.contracts.SessionEvent.SessionReleased;
import ca.tripoint.contracts.SessionEvent.SessionRescheduled;
import ca.tripoint.contracts.SessionEvent.SessionRevoked;
import ca.tripoint.kit.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A booking changes only as it may, says what happened, and counts its versions. */
class BookingTest {

    private static final Visit VISIT = Visits.at("2027-03-10T10:00");
    private static final Instant NOW = VISIT.startAt().minus(Duration.ofDays(3));
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Mark NO_MARK = new Mark(null);
    private static final Fee NOTHING = Fee.none(Fee.Reason.IN_GOOD_TIME);

    @Test
    void a_hold_is_confirmed() {
        Booking booking = Visits.held(VISIT, NOW);
        assertThat(booking.announcement()).isInstanceOf(SessionHeld.class);

        assertThat(booking.confirm(NO_MARK, NOW.plus(TEN_MINUTES).minusNanos(1_000)))
                .isInstanceOf(SessionBooked.class);

        assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(booking.version()).isEqualTo(2);
        assertThat(booking.holdExpiresAt()).isNull();
    }

    @Test
    void a_hold_ends_at_its_end_and_not_before() {
        Booking booking = Visits.held(VISIT, NOW);
        refused(() -> booking.expire(NOW.plus(TEN_MINUTES).minusNanos(1_000)), BookingProblem.ILLEGAL_TRANSITION);
        refused(() -> booking.confirm(NO_MARK, NOW.plus(TEN_MINUTES)), BookingProblem.HOLD_EXPIRED);

        assertThat(booking.expire(NOW.plus(TEN_MINUTES))).isInstanceOf(SessionReleased.class);

        assertThat(booking.status()).isEqualTo(BookingStatus.EXPIRED);
        refused(() -> booking.confirm(NO_MARK, NOW), BookingProblem.HOLD_EXPIRED);
    }

    @Test
    void a_confirmed_visit_is_called_off_until_it_begins() {
        Booking booking = Visits.confirmed(VISIT, NOW);
        refused(() -> booking.cancel(CancelledBy.CLIENT, NOTHING, VISIT.startAt()), BookingProblem.ILLEGAL_TRANSITION);

        assertThat(booking.cancel(CancelledBy.CLIENT, NOTHING, VISIT.startAt().minusNanos(1_000)))
                .isInstanceOf(SessionCancelled.class);

        assertThat(booking.fee()).isEqualTo(NOTHING);
    }

    @Test
    void a_visit_that_is_taken_back_costs_nothing() {
        Booking booking = Visits.confirmed(VISIT, NOW);

        assertThat(booking.revoke(RevocationCause.RED_FLAG, NOW)).isInstanceOf(SessionRevoked.class);

        assertThat(booking.fee()).isEqualTo(Fee.none(Fee.Reason.NOT_THE_CLIENTS_DOING));
    }

    @Test
    void a_visit_is_moved_and_says_from_where() {
        Booking booking = Visits.confirmed(VISIT, NOW);
        Visit later = Visits.at("2027-03-11T10:00");

        Offer offer = Visits.offer(later, NOW);

        SessionRescheduled moved = (SessionRescheduled) booking.moveTo(offer, new byte[] {2}, NOW);

        assertThat(moved.previous().start()).isEqualTo(VISIT.startAt());
        assertThat(moved.previous().zone()).isEqualTo("America/Toronto");
        assertThat(moved.session().offerId()).isEqualTo(offer.id());
        assertThat(moved.session().start()).isEqualTo(later.startAt());
        assertThat(moved.session().version()).isEqualTo(2);
        assertThat(booking.bookedAt()).isEqualTo(NOW);
    }

    @Test
    void what_has_ended_stays_ended() {
        Booking booking = Visits.confirmed(VISIT, NOW);
        booking.cancel(CancelledBy.CLIENT, NOTHING, NOW);

        refused(() -> booking.confirm(NO_MARK, NOW), BookingProblem.ILLEGAL_TRANSITION);
        refused(() -> booking.cancel(CancelledBy.CLIENT, NOTHING, NOW), BookingProblem.ILLEGAL_TRANSITION);
        refused(() -> booking.revoke(RevocationCause.RED_FLAG, NOW), BookingProblem.ILLEGAL_TRANSITION);
        refused(() -> booking.moveTo(Visits.offer(VISIT, NOW), new byte[] {2}, NOW), BookingProblem.ILLEGAL_TRANSITION);
        assertThat(booking.version()).isEqualTo(2);
    }

    @Test
    void a_hold_that_rests_on_a_clearance_up_to_the_mark_is_neither_confirmed_nor_extended() {
        Booking booking = Visits.held(VISIT, NOW);
        for (Mark refusing : List.of(new Mark(NOW), new Mark(NOW.plusMillis(1)))) {
            refused(() -> booking.confirm(refusing, NOW), BookingProblem.CLEARANCE_REVOKED);
            refused(() -> booking.extendHold(refusing, TEN_MINUTES, NOW), BookingProblem.CLEARANCE_REVOKED);
        }
        Mark before = new Mark(NOW.minusMillis(1));

        booking.extendHold(before, TEN_MINUTES, NOW);
        booking.confirm(before, NOW);

        assertThat(booking.version()).isEqualTo(3);
    }

    @Test
    void a_therapist_is_expected_until_a_while_after_a_confirmed_visit() {
        Duration twoHours = Duration.ofHours(2);
        Instant end = VISIT.endAt().plus(twoHours);
        Booking booking = Visits.confirmed(VISIT, NOW);

        assertThat(booking.isTherapistExpected(twoHours, end.minusNanos(1_000))).isTrue();
        assertThat(booking.isTherapistExpected(twoHours, end)).isFalse();
        assertThat(Visits.held(VISIT, NOW).isTherapistExpected(twoHours, NOW)).isFalse();
    }

    @Test
    void a_hold_is_not_moved() {
        Booking booking = Visits.held(VISIT, NOW);

        refused(() -> booking.moveTo(Visits.offer(VISIT, NOW), new byte[] {2}, NOW), BookingProblem.ILLEGAL_TRANSITION);
    }

    private static void refused(ThrowingCallable change, BookingProblem problem) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
