package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDayTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T23:59:59Z, 2027-03-01",
        "2027-03-02T00:00:00Z, 2027-03-01",
        "2027-03-02T06:59:59Z, 2027-03-01",
        "2027-03-02T07:00:00Z, 2027-03-02"
    })
    void the_day_changes_at_midnight_in_vancouver_not_in_greenwich(Instant instant, LocalDate day) {
        assertThat(CalendarDay.of(instant)).isEqualTo(day);
        assertThat(CalendarDay.start(day)).isBeforeOrEqualTo(instant);
    }
}
