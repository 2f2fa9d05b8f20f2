package ca.tripoint.booking.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.booking.Visits;
import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.place.Province;
import ca.tripoint.contracts.RosterEvent;
import ca.tripoint.contracts.RosterEvent.CredentialChanged;
import ca.tripoint.contracts.RosterEvent.TherapistChanged;
import ca.tripoint.contracts.RosterEvent.TimeOffAdded;
import ca.tripoint.contracts.RosterEvent.TimeOffRemoved;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the roster tells decides the same for new visits and booked ones, whatever order it is told in. */
class TherapistTest {

    private static final Visit VISIT = Visits.at("2027-03-10T10:00");
    private static final Instant NOW = VISIT.startAt().minus(Duration.ofDays(3));
    private static final UUID MAUDE = UUID.randomUUID();
    private static final UUID HOLIDAY = UUID.randomUUID();

    private final Therapist therapist = new Therapist(MAUDE);

    @Test
    void nothing_is_known_against_a_therapist_of_whom_nothing_is_known() {
        assertThat(therapist.objection(VISIT)).isEmpty();
    }

    @Test
    void who_is_not_active_visits_nobody_and_an_older_word_does_not_count() {
        learn(new TherapistChanged(MAUDE, 5, false, "Maude", NOW));
        learn(new TherapistChanged(MAUDE, 4, true, "Maude", NOW));
        assertThat(therapist.objection(VISIT)).contains(BookingProblem.THERAPIST_UNAVAILABLE);

        learn(new TherapistChanged(MAUDE, 6, true, "Maude", NOW));

        assertThat(therapist.objection(VISIT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "QC, 2027-03-10, 2027-03-10, true",
        "QC, 2027-03-11, 2027-12-31, false",
        "QC, 2026-01-01, 2027-03-09, false",
        "ON, 2026-01-01, 2027-12-31, false"
    })
    void a_credential_covers_its_province_from_its_first_to_its_last_local_day(
            String province, LocalDate from, LocalDate to, boolean covers) {
        learn(credentials(1, province, from, to));

        assertThat(therapist.objection(VISIT).isEmpty()).isEqualTo(covers);
    }

    /** 20:30 on March 9 in Vancouver is March 10 in Greenwich. */
    @Test
    void the_day_is_the_one_on_the_clients_calendar() {
        Visit evening = Visits.at("2027-03-09T20:30", "America/Vancouver", Province.BC);

        learn(credentials(1, "BC", LocalDate.parse("2026-01-01"), LocalDate.parse("2027-03-09")));

        assertThat(therapist.objection(evening)).isEmpty();
    }

    @Test
    void no_credential_at_all_is_known_as_such() {
        learn(new CredentialChanged(MAUDE, 1, List.of(), NOW));

        assertThat(therapist.objection(VISIT)).contains(BookingProblem.NO_CREDENTIAL_IN_PROVINCE);
    }

    /** The therapist is taken from 09:45 to 11:15. */
    @ParameterizedTest
    @CsvSource({
        "08:00, 09:45, true",
        "08:00, 09:46, false",
        "10:15, 10:30, false",
        "11:14, 12:00, false",
        "11:15, 12:00, true"
    })
    void time_off_is_off_with_set_up_and_pack_down(String from, String to, boolean comes) {
        learn(timeOff(1, at(from), at(to)));

        assertThat(therapist.objection(VISIT).isEmpty()).isEqualTo(comes);
    }

    @Test
    void time_off_that_is_taken_back_is_forgotten_even_when_told_before_it_was_added() {
        learn(new TimeOffRemoved(MAUDE, 4, HOLIDAY, NOW));
        learn(timeOff(3, at("08:00"), at("12:00")));
        assertThat(therapist.objection(VISIT)).isEmpty();

        learn(timeOff(5, at("08:00"), at("12:00")));

        assertThat(therapist.objection(VISIT)).contains(BookingProblem.THERAPIST_UNAVAILABLE);
    }

    private void learn(RosterEvent event) {
        therapist.learn(event, NOW);
    }

    private static TimeOffAdded timeOff(long version, Instant from, Instant to) {
        return new TimeOffAdded(MAUDE, version, HOLIDAY, from, to, NOW);
    }

    private static CredentialChanged credentials(long version, String province, LocalDate from, LocalDate to) {
        return new CredentialChanged(
                MAUDE, version, List.of(new RosterEvent.Credential(province, "COLLEGE", from, to)), NOW);
    }

    private static Instant at(String time) {
        return Visits.at("2027-03-10T" + time).startAt();
    }
}
