package ca.tripoint.booking.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.booking.Visits;
import ca.tripoint.booking.booking.Booking;
import ca.tripoint.booking.booking.Fee;
import ca.tripoint.booking.booking.Fee.Reason;
import ca.tripoint.booking.client.Mark;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.money.Money;
import ca.tripoint.canada.place.Province;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The visit costs $148.32 with taxes. */
class CancellationPolicyTest {

    private static final Visit VISIT = Visits.at("2027-03-10T10:00");
    private static final Instant LONG_AGO = VISIT.startAt().minus(Duration.ofDays(10));

    @ParameterizedTest
    @CsvSource({
        "PT240H, 0, JUST_BOOKED",
        "PT239H, 0, JUST_BOOKED",
        "PT238H59M59.999S, 0, IN_GOOD_TIME",
        "PT24H0.001S, 0, IN_GOOD_TIME",
        "PT24H, 0, IN_GOOD_TIME",
        "PT23H59M59.999S, 7416, SHORT_NOTICE",
        "PT4H, 7416, SHORT_NOTICE",
        "PT3H59M59.999S, 14832, LAST_MINUTE",
        "PT1S, 14832, LAST_MINUTE",
    })
    void a_client_pays_by_the_time_that_is_left(Duration left, long cents, Reason reason) {
        Booking booking = Visits.confirmed(VISIT, LONG_AGO);

        Fee fee = CancellationPolicy.terms(booking, VISIT.startAt().minus(left), CancelledBy.CLIENT);

        assertThat(fee).isEqualTo(new Fee(Money.cents(cents), reason));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0, JUST_BOOKED", "PT1H, 0, JUST_BOOKED", "PT1H0.001S, 14832, LAST_MINUTE"})
    void an_hour_of_grace_after_booking_even_for_a_visit_today(Duration since, long cents, Reason reason) {
        Instant bookedAt = VISIT.startAt().minus(Duration.ofHours(3));
        Booking booking = Visits.confirmed(VISIT, bookedAt);

        Fee fee = CancellationPolicy.terms(booking, bookedAt.plus(since), CancelledBy.CLIENT);

        assertThat(fee).isEqualTo(new Fee(Money.cents(cents), reason));
    }

    @Test
    void the_hour_of_grace_runs_from_the_confirmation_of_a_hold() {
        Instant heldAt = VISIT.startAt().minus(Duration.ofHours(3));
        Booking booking = Visits.held(VISIT, heldAt);
        assertThat(terms(booking, heldAt)).isEqualTo(Fee.none(Reason.NOT_BOOKED_YET));

        booking.confirm(new Mark(null), heldAt.plus(Duration.ofMinutes(9)));

        assertThat(terms(booking, heldAt.plus(Duration.ofMinutes(69))).reason()).isEqualTo(Reason.JUST_BOOKED);
        assertThat(terms(booking, heldAt.plus(Duration.ofMinutes(70))).reason()).isEqualTo(Reason.LAST_MINUTE);
    }

    @ParameterizedTest
    @EnumSource(value = CancelledBy.class, names = "CLIENT", mode = EnumSource.Mode.EXCLUDE)
    void what_is_not_the_clients_doing_is_free_at_the_last_second(CancelledBy by) {
        Booking booking = Visits.confirmed(VISIT, LONG_AGO);

        Fee fee = CancellationPolicy.terms(booking, VISIT.startAt().minusSeconds(1), by);

        assertThat(fee).isEqualTo(Fee.none(Reason.NOT_THE_CLIENTS_DOING));
    }

    /** Toronto's clocks go forward at 02:00 on 2027-03-14: from 10:30 the day before, 23 hours and a half are left. */
    @Test
    void hours_are_elapsed_hours_on_the_night_that_the_clocks_change() {
        Booking booking = Visits.confirmed(Visits.at("2027-03-14T11:00"), LONG_AGO);
        Instant dayBefore = Visits.at("2027-03-13T10:30").startAt();

        assertThat(terms(booking, dayBefore).reason()).isEqualTo(Reason.SHORT_NOTICE);
        assertThat(terms(booking, dayBefore.minus(Duration.ofMinutes(30))).reason())
                .isEqualTo(Reason.IN_GOOD_TIME);
    }

    @Test
    void an_hour_of_grace_after_a_move_even_to_a_time_today() {
        Booking booking = Visits.confirmed(VISIT, LONG_AGO);
        Instant movedAt = VISIT.startAt().minus(Duration.ofDays(3));
        Visit soon = Visits.at(movedAt.plus(Duration.ofHours(3)), "America/Toronto", Province.QC);

        booking.moveTo(Visits.offer(soon, movedAt), new byte[] {2}, movedAt);

        assertThat(terms(booking, movedAt.plus(Duration.ofHours(1))).reason()).isEqualTo(Reason.JUST_BOOKED);
        assertThat(terms(booking, movedAt.plus(Duration.ofHours(1)).plusMillis(1))
                        .reason())
                .isEqualTo(Reason.LAST_MINUTE);
    }

    /** Booked long before, the day before and on the same day. */
    @ParameterizedTest
    @ValueSource(strings = {"PT240H", "PT24H30M", "PT20H", "PT3H", "PT2H"})
    void what_is_told_of_until_when_is_what_is_asked_then(Duration bookedBefore) {
        Instant bookedAt = VISIT.startAt().minus(bookedBefore);
        Booking booking = Visits.confirmed(VISIT, bookedAt);
        Instant freeUntil = CancellationPolicy.freeUntil(booking);
        Instant reducedUntil = CancellationPolicy.reducedUntil(booking);

        assertThat(terms(booking, freeUntil).amount()).isEqualTo(Money.ZERO);
        assertThat(terms(booking, freeUntil.plusMillis(1)).amount()).isNotEqualTo(Money.ZERO);
        assertThat(terms(booking, reducedUntil).reason()).isNotEqualTo(Reason.LAST_MINUTE);
        assertThat(terms(booking, reducedUntil.plusMillis(1)).reason()).isEqualTo(Reason.LAST_MINUTE);
        assertThat(reducedUntil).isAfterOrEqualTo(freeUntil);
    }

    @Test
    void a_hold_for_today_is_free_as_long_as_it_is_kept() {
        Instant heldAt = VISIT.startAt().minus(Duration.ofHours(3));

        assertThat(CancellationPolicy.freeUntil(Visits.held(VISIT, heldAt)))
                .isEqualTo(heldAt.plus(Duration.ofMinutes(10)));
    }

    private static Fee terms(Booking booking, Instant now) {
        return CancellationPolicy.terms(booking, now, CancelledBy.CLIENT);
    }
}
