package ca.tripoint.canada.calendar;

import ca.tripoint.canada.place.Province;
import ca.tripoint.canada.table.ReferenceTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statutory holidays of each province, from its employment standards ({@code holidays.csv}: rules with the years in
 * which they hold). Used for prices: a visit on such a day costs more.
 *
 * <p><strong>No lawyer has reviewed the table.</strong> It names the day itself; days off in lieu are between employers
 * and employees and do not appear.
 */
public final class StatutoryHolidays {

    private static final Map<Province, List<Rule>> RULES = load();

    private StatutoryHolidays() {}

    private record Rule(Set<Province> provinces, HolidayRule day, int from, int to, String english, String french) {

        boolean holdsIn(int year) {
            return from <= year && year <= to;
        }

        Holiday in(int year) {
            return new Holiday(day.in(year), english, french);
        }
    }

    private static Map<Province, List<Rule>> load() {
        var rules = ReferenceTable.read(StatutoryHolidays.class, "holidays.csv").stream()
                .map(StatutoryHolidays::rule)
                .toList();
        var byProvince = new EnumMap<Province, List<Rule>>(Province.class);
        for (var province : Province.values()) {
            byProvince.put(
                    province,
                    rules.stream()
                            .filter(rule -> rule.provinces().contains(province))
                            .toList());
        }
        return byProvince;
    }

    private static Rule rule(ReferenceTable.Row row) {
        var provinces = EnumSet.noneOf(Province.class);
        if (row.get("provinces").equals("all")) {
            provinces.addAll(EnumSet.allOf(Province.class));
        } else {
            Arrays.stream(row.get("provinces").split(" "))
                    .map(Province::valueOf)
                    .forEach(provinces::add);
        }
        return new Rule(
                provinces,
                HolidayRule.parse(row.get("rule")),
                row.get("from").isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(row.get("from")),
                row.get("to").isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(row.get("to")),
                row.get("name_en"),
                row.get("name_fr"));
    }

    /** The statutory holidays of a province in a year, in the order of their dates. */
    public static List<Holiday> of(Province province, int year) {
        return rules(province).stream()
                .filter(rule -> rule.holdsIn(year))
                .map(rule -> rule.in(year))
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
    }

    /** The statutory holiday of a province on a local date, if it is one. */
    public static Optional<Holiday> on(Province province, LocalDate date) {
        return of(province, date.getYear()).stream()
                .filter(holiday -> holiday.date().equals(date))
                .findFirst();
    }

    private static List<Rule> rules(Province province) {
        return RULES.getOrDefault(province, List.of());
    }
}
