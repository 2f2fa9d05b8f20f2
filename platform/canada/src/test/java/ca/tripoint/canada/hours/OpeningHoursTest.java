package ca.tripoint.canada.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.canada.clock.TimeZones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    private static final ZoneId TORONTO = TimeZones.zone("America/Toronto");
    private static final ZoneId ST_JOHNS = TimeZones.zone("America/St_Johns");
    private static final Duration HOUR = Duration.ofMinutes(60);

    @ParameterizedTest
    @CsvSource({
        "2027-03-10T05:59, 60, false",
        "2027-03-10T06:00, 60, true",
        "2027-03-10T22:59, 60, true",
        "2027-03-10T23:00, 60, true",
        "2027-03-10T23:01, 60, false",
        "2027-03-10T22:30, 90, true",
        "2027-03-10T22:31, 90, false",
        "2027-03-10T23:59, 1, true",
        "2027-03-10T00:00, 60, false",
        "2027-03-10T06:00, 1080, true",
        "2027-03-10T06:00, 1081, false",
    })
    void a_visit_starts_from_six_and_ends_by_midnight(LocalDateTime start, int minutes, boolean covered) {
        assertThat(OpeningHours.covers(start, Duration.ofMinutes(minutes), TORONTO))
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-14T05:45, false", "2027-03-14T06:00, true", "2027-03-14T23:00, true", "2027-03-14T23:15, false",
        "2027-11-07T05:45, false", "2027-11-07T06:00, true", "2027-11-07T23:00, true", "2027-11-07T23:15, false",
        "2027-03-13T23:00, true", "2027-11-06T23:00, true",
    })
    void the_days_on_which_clocks_change_have_the_same_hours(LocalDateTime start, boolean covered) {
        assertThat(OpeningHours.covers(start, HOUR, TORONTO)).isEqualTo(covered);
        assertThat(OpeningHours.covers(start, HOUR, ST_JOHNS)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "America/Toronto, 2027-03-14, 2027-03-14T10:00:00Z, 2027-03-15T03:00:00Z",
        "America/Toronto, 2027-11-07, 2027-11-07T11:00:00Z, 2027-11-08T04:00:00Z",
        "America/Vancouver, 2026-12-15, 2026-12-15T13:00:00Z, 2026-12-16T06:00:00Z",
        "America/Winnipeg, 2026-12-15, 2026-12-15T11:00:00Z, 2026-12-16T04:00:00Z",
        "America/St_Johns, 2027-03-14, 2027-03-14T08:30:00Z, 2027-03-15T01:30:00Z",
    })
    void every_day_has_a_first_and_a_last_visit_of_an_hour(String zone, LocalDate date, Instant first, Instant last) {
        var starts = OpeningHours.starts(date, HOUR, TimeZones.zone(zone));
        assertThat(starts.getFirst()).isEqualTo(first);
        assertThat(starts.getLast()).isEqualTo(last);
        assertThat(starts).hasSize(69);
    }

    @Test
    void an_instant_is_judged_by_the_clocks_at_the_address_and_not_those_of_the_client() {
        var start = Instant.parse("2026-12-15T13:00:00Z");
        assertThat(OpeningHours.covers(start, HOUR, TimeZones.zone("America/Vancouver")))
                .isTrue();
        assertThat(OpeningHours.covers(start.minusNanos(1), HOUR, TimeZones.zone("America/Vancouver")))
                .isFalse();
        assertThat(OpeningHours.covers(start.minusNanos(1), HOUR, TimeZones.zone("America/Edmonton")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-10T06:00, true",
        "2027-03-10T06:15, true",
        "2027-03-10T06:45, true",
        "2027-03-10T06:14, false",
        "2027-03-10T06:15:01, false",
        "2027-03-10T06:15:00.000000001, false",
    })
    void the_grid_is_the_local_quarter_hour(LocalDateTime local, boolean onGrid) {
        assertThat(OpeningHours.onGrid(local)).isEqualTo(onGrid);
        assertThat(OpeningHours.onGrid(TimeZones.instant(local, ST_JOHNS), ST_JOHNS))
                .isEqualTo(onGrid);
    }

    @Test
    void a_visit_without_length_is_refused() {
        var start = LocalDateTime.parse("2027-03-10T10:00");
        assertThatThrownBy(() -> OpeningHours.covers(start, Duration.ZERO, TORONTO))
                .hasMessage("length must be positive");
        assertThatThrownBy(() -> OpeningHours.covers(start, Duration.ofMinutes(-60), TORONTO))
                .hasMessage("length must be positive");
    }

    @Property(tries = 500)
    void every_start_that_is_offered_is_covered_and_on_the_grid(
            @ForAll @IntRange(max = 22) int zoneIndex,
            @ForAll @IntRange(max = 1500) int day,
            @ForAll @IntRange(min = 1, max = 18) int hours) {
        var zone = TimeZones.zones().stream().toList().get(zoneIndex);
        var date = LocalDate.of(2026, 11, 1).plusDays(day);
        var length = Duration.ofHours(hours);
        var starts = OpeningHours.starts(date, length, zone);
        assertThat(starts).hasSize((18 - hours) * 4 + 1).isSorted().doesNotHaveDuplicates();
        assertThat(starts).allSatisfy(start -> {
            assertThat(OpeningHours.covers(start, length, zone)).isTrue();
            assertThat(OpeningHours.onGrid(start, zone)).isTrue();
            assertThat(TimeZones.local(start, zone).toLocalDate()).isEqualTo(date);
        });
    }
}
