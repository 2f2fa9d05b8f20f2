package ca.tripoint.therapist.price;

import ca.tripoint.canada.calendar.StatutoryHolidays;
import ca.tripoint.canada.money.Money;
import ca.tripoint.canada.place.Province;
import ca.tripoint.canada.table.ReferenceTable.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A row of {@code surcharges.csv}: the days and the hours at which a visit must start for it to apply. */
record Surcharge(
        Set<DayOfWeek> days,
        boolean onHolidaysOnly,
        LocalTime startsFrom,
        LocalTime startsUpTo,
        Money price,
        LocalDate from,
        LocalDate to) {

    private static final String HOLIDAY = "HOLIDAY";

    static Surcharge of(Row row) {
        boolean holiday = row.get("days").equals(HOLIDAY);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (holiday || row.get("days").isEmpty()) {
            days.addAll(EnumSet.allOf(DayOfWeek.class));
        } else {
            Arrays.stream(row.get("days").split(" ")).map(DayOfWeek::valueOf).forEach(days::add);
        }
        return new Surcharge(
                days,
                holiday,
                row.get("starts_from").isEmpty() ? LocalTime.MIN : LocalTime.parse(row.get("starts_from")),
                row.get("starts_before").isEmpty()
                        ? LocalTime.MAX
                        : LocalTime.parse(row.get("starts_before")).minusNanos(1),
                Money.cents(Long.parseLong(row.get("cents"))),
                LocalDate.parse(row.get("from")),
                PriceList.lastDay(row));
    }

    boolean applies(Province province, LocalDateTime start) {
        LocalDate date = start.toLocalDate();
        LocalTime time = start.toLocalTime();
        return !date.isBefore(from)
                && !date.isAfter(to)
                && days.contains(date.getDayOfWeek())
                && !time.isBefore(startsFrom)
                && !time.isAfter(startsUpTo)
                && (!onHolidaysOnly || StatutoryHolidays.on(province, date).isPresent());
    }
}
