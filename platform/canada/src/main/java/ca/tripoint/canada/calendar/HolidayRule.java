package ca.tripoint.canada.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** On which day of a year a holiday falls. */
sealed interface HolidayRule {

    LocalDate in(int year);

    /**
     * Reads a rule as the table writes it: {@code on 07-01}, {@code on 07-01 or Monday}, {@code MONDAY 3 of 02},
     * {@code MONDAY before 05-25}, {@code Easter -2}.
     */
    static HolidayRule parse(String rule) {
        var words = rule.split(" ");
        if (words.length == 2 && words[0].equals("on")) {
            return new Fixed(MonthDay.parse("--" + words[1]));
        }
        if (words.length == 4 && words[0].equals("on") && rule.endsWith(" or Monday")) {
            return new FixedOrMonday(MonthDay.parse("--" + words[1]));
        }
        if (words.length == 2 && words[0].equals("Easter")) {
            return new FromEaster(Integer.parseInt(words[1]));
        }
        if (words.length == 3 && words[1].equals("before")) {
            return new Before(DayOfWeek.valueOf(words[0]), MonthDay.parse("--" + words[2]));
        }
        if (words.length == 4 && words[2].equals("of")) {
            return new Nth(
                    DayOfWeek.valueOf(words[0]), Integer.parseInt(words[1]), Month.of(Integer.parseInt(words[3])));
        }
        throw new IllegalArgumentException("Holiday rule is not understood: " + rule);
    }

    /** The same date every year. */
    record Fixed(MonthDay day) implements HolidayRule {
        @Override
        public LocalDate in(int year) {
            return day.atYear(year);
        }
    }

    /** The same date every year, or the Monday after it where it is a Sunday. */
    record FixedOrMonday(MonthDay day) implements HolidayRule {
        @Override
        public LocalDate in(int year) {
            var date = day.atYear(year);
            return date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date;
        }
    }

    /** The n-th such weekday of a month. */
    record Nth(DayOfWeek weekday, int n, Month month) implements HolidayRule {
        @Override
        public LocalDate in(int year) {
            return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
        }
    }

    /** The last such weekday before a date, never on it. */
    record Before(DayOfWeek weekday, MonthDay day) implements HolidayRule {
        @Override
        public LocalDate in(int year) {
            return day.atYear(year).with(TemporalAdjusters.previous(weekday));
        }
    }

    /** So many days from Easter Sunday. */
    record FromEaster(int days) implements HolidayRule {
        @Override
        public LocalDate in(int year) {
            return Easter.sunday(year).plusDays(days);
        }
    }
}
