package ca.tripoint.canada.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.canada.place.Province;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatutoryHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "ON, 01-01 02-15 03-26 05-24 07-01 09-06 10-11 12-25 12-26",
        "QC, 01-01 03-26 05-24 06-24 07-01 09-06 10-11 12-25",
        "BC, 01-01 02-15 03-26 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-25",
        "AB, 01-01 02-15 03-26 05-24 07-01 09-06 10-11 11-11 12-25",
        "SK, 01-01 02-15 03-26 05-24 07-01 08-02 09-06 10-11 11-11 12-25",
        "MB, 01-01 02-15 03-26 05-24 07-01 09-06 09-30 10-11 12-25",
        "NS, 01-01 02-15 03-26 07-01 09-06 12-25",
        "NB, 01-01 02-15 03-26 07-01 08-02 09-06 11-11 12-25",
        "NL, 01-01 03-26 07-01 09-06 11-11 12-25",
        "PE, 01-01 02-15 03-26 07-01 09-06 09-30 11-11 12-25",
        "YT, 01-01 03-26 05-24 06-21 07-01 08-16 09-06 09-30 10-11 11-11 12-25",
        "NT, 01-01 03-26 05-24 06-21 07-01 08-02 09-06 09-30 10-11 11-11 12-25",
        "NU, 01-01 03-26 05-24 07-01 07-09 08-02 09-06 09-30 10-11 11-11 12-25",
    })
    void the_holidays_of_2027_are_these(Province province, String dates) {
        assertThat(StatutoryHolidays.of(province, 2027).stream()
                        .map(holiday -> holiday.date().toString().substring(5))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(dates);
    }

    @ParameterizedTest
    @CsvSource({
        "2018, BC, 2018-02-12",
        "2019, BC, 2019-02-18",
    })
    void british_columbia_moved_family_day_in_2019(int year, Province province, LocalDate date) {
        assertThat(StatutoryHolidays.on(province, date)).isPresent();
        assertThat(StatutoryHolidays.of(province, year))
                .filteredOn(holiday -> holiday.english().equals("Family Day"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2023-09-30, false", "2024-09-30, true"})
    void manitoba_has_kept_truth_and_reconciliation_since_2024(LocalDate date, boolean kept) {
        assertThat(StatutoryHolidays.on(Province.MB, date).isPresent()).isEqualTo(kept);
    }

    @Test
    void quebec_keeps_canada_day_on_the_second_where_the_first_is_a_sunday() {
        assertThat(StatutoryHolidays.on(Province.QC, LocalDate.parse("2029-07-01")))
                .isEmpty();
        assertThat(StatutoryHolidays.on(Province.QC, LocalDate.parse("2029-07-02")))
                .isPresent();
        assertThat(StatutoryHolidays.on(Province.ON, LocalDate.parse("2029-07-01")))
                .isPresent();
        assertThat(StatutoryHolidays.on(Province.QC, LocalDate.parse("2028-07-01")))
                .isPresent();
    }

    @Test
    void victoria_day_is_never_the_25th_itself() {
        assertThat(StatutoryHolidays.on(Province.ON, LocalDate.parse("2026-05-25")))
                .isEmpty();
        assertThat(StatutoryHolidays.on(Province.ON, LocalDate.parse("2026-05-18")))
                .isPresent();
        assertThat(StatutoryHolidays.on(Province.ON, LocalDate.parse("2027-05-24")))
                .isPresent();
    }

    @Test
    void a_holiday_has_its_name_in_both_languages() {
        var holiday =
                StatutoryHolidays.on(Province.QC, LocalDate.parse("2027-06-24")).orElseThrow();
        assertThat(holiday.name(Locale.CANADA)).isEqualTo("Quebec National Holiday");
        assertThat(holiday.name(Locale.CANADA_FRENCH)).isEqualTo("Fête nationale du Québec");
    }

    @ParameterizedTest
    @EnumSource
    void every_province_keeps_new_year_good_friday_canada_day_labour_day_and_christmas(Province province) {
        for (int year = 2026; year <= 2040; year++) {
            assertThat(StatutoryHolidays.of(province, year))
                    .hasSizeGreaterThanOrEqualTo(6)
                    .extracting(Holiday::date)
                    .doesNotHaveDuplicates()
                    .contains(LocalDate.of(year, 1, 1), Easter.sunday(year).minusDays(2), LocalDate.of(year, 12, 25));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1818-03-22",
                "1943-04-25",
                "1954-04-18",
                "1981-04-19",
                "2000-04-23",
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2028-04-16",
                "2038-04-25",
                "2049-04-18",
                "2285-03-22",
            })
    void easter_is_where_the_tables_have_it(LocalDate sunday) {
        assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
    }

    @Property
    void easter_is_a_sunday_between_22_march_and_25_april(@ForAll @IntRange(min = 1583, max = 4099) int year) {
        var easter = Easter.sunday(year);
        assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sometime", "on", "on 07-01 or Tuesday", "MONDAY after 05-25", "Easter"})
    void a_rule_that_is_not_understood_is_refused(String rule) {
        assertThatThrownBy(() -> HolidayRule.parse(rule)).hasMessage("Holiday rule is not understood: " + rule);
    }
}
