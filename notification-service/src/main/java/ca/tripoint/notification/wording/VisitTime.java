package ca.tripoint.notification.wording;

import static ca.tripoint.notification.wording.Typography.NO_BREAK_SPACE;

import ca.tripoint.canada.clock.TimeZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A time as the client's clock shows it, in words. Always with the zone's name and never with an abbreviation of it:
 * "from 10:00 to 11:00, Winnipeg time", "de 10 h à 11 h, heure de Winnipeg".
 *
 * @param day "Sunday, March 14, 2027", "dimanche 14 mars 2027"
 * @param hour "10:00", "10 h"
 */
public record VisitTime(String day, String hour) {

    /** When something starts. */
    public static VisitTime of(Instant start, String zone, Language language) {
        var local = TimeZones.local(start, TimeZones.zone(zone));
        return new VisitTime(day(local.toLocalDate(), language), hour(local.toLocalTime(), language));
    }

    /** The hour with the clock that it is told by: "10:00, Winnipeg time", "10 h, heure de Winnipeg". */
    public String hourByName(String zone, Language language) {
        return hour + ", " + TimeZones.label(TimeZones.zone(zone), language.locale());
    }

    /** From when to when, on the clock of that zone. */
    public static String span(Instant start, Instant end, String zone, Language language) {
        ZoneId clock = TimeZones.zone(zone);
        String from = hour(TimeZones.local(start, clock).toLocalTime(), language);
        String to = hour(TimeZones.local(end, clock).toLocalTime(), language);
        String label = TimeZones.label(clock, language.locale());
        return switch (language) {
            case ENGLISH -> "from %s to %s, %s".formatted(from, to, label);
            case FRENCH -> "de %s à %s, %s".formatted(from, to, label);
        };
    }

    private static String day(LocalDate date, Language language) {
        return switch (language) {
            case ENGLISH ->
                DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", language.locale())
                        .format(date);
            case FRENCH ->
                DateTimeFormatter.ofPattern(
                                date.getDayOfMonth() == 1 ? "EEEE 1'er' MMMM yyyy" : "EEEE d MMMM yyyy",
                                language.locale())
                        .format(date);
        };
    }

    /** A visit may end at midnight, which neither language calls 0:00. */
    private static String hour(LocalTime time, Language language) {
        return switch (language) {
            case ENGLISH ->
                time.equals(LocalTime.MIDNIGHT) ? "midnight" : "%d:%02d".formatted(time.getHour(), time.getMinute());
            case FRENCH ->
                time.equals(LocalTime.MIDNIGHT) ? "minuit" : frenchHour(time).replace(' ', NO_BREAK_SPACE);
        };
    }

    private static String frenchHour(LocalTime time) {
        return time.getMinute() == 0
                ? "%d h".formatted(time.getHour())
                : "%d h %02d".formatted(time.getHour(), time.getMinute());
    }
}
