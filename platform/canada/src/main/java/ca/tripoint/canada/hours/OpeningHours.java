package ca.tripoint.canada.hours;

import ca.tripoint.canada.clock.TimeZones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * When a visit may take place: {@code [06:00, 24:00)} on all seven days, by the clocks at the address. A visit starts at
 * 06:00 or later and ends by 24:00; ending at midnight sharp is allowed. Set-up and pack-down may fall outside.
 *
 * <p>Lengths are elapsed time, so the days on which clocks change are right without special care.
 */
public final class OpeningHours {

    /** The first moment at which a visit may start, local time. */
    public static final LocalTime OPENS = LocalTime.of(6, 0);

    /** Visits start on local quarter hours. */
    public static final Duration GRID = Duration.ofMinutes(15);

    private OpeningHours() {}

    /** The instant of 06:00 on a local date. */
    public static Instant opens(LocalDate date, ZoneId zone) {
        return TimeZones.instant(date.atTime(OPENS), zone);
    }

    /** The instant of 24:00 on a local date, which is 00:00 of the next. */
    public static Instant closes(LocalDate date, ZoneId zone) {
        return TimeZones.instant(date.plusDays(1).atStartOfDay(), zone);
    }

    /** Whether a visit that starts at a local time and lasts so long lies within the hours of that local date. */
    public static boolean covers(LocalDateTime start, Duration length, ZoneId zone) {
        return covers(TimeZones.instant(start, zone), length, zone);
    }

    /**
     * Whether a visit that starts at an instant and lasts so long lies within the hours of its local date.
     *
     * @throws IllegalArgumentException if the length is not positive
     */
    public static boolean covers(Instant start, Duration length, ZoneId zone) {
        if (!length.isPositive()) {
            throw new IllegalArgumentException("length must be positive");
        }
        var date = TimeZones.local(start, zone).toLocalDate();
        return !start.isBefore(opens(date, zone)) && !start.plus(length).isAfter(closes(date, zone));
    }

    /** Whether a local time is a full quarter hour. */
    public static boolean onGrid(LocalDateTime local) {
        return local.toLocalTime().toNanoOfDay() % GRID.toNanos() == 0;
    }

    /** Whether an instant is a full quarter hour by the clocks of a zone. */
    public static boolean onGrid(Instant instant, ZoneId zone) {
        return onGrid(TimeZones.local(instant, zone));
    }

    /** Every start on the grid at which a visit of that length lies within the hours of a local date, in order. */
    public static List<Instant> starts(LocalDate date, Duration length, ZoneId zone) {
        var starts = new ArrayList<Instant>();
        for (var start = opens(date, zone); covers(start, length, zone); start = start.plus(GRID)) {
            if (onGrid(start, zone)) {
                starts.add(start);
            }
            if (!TimeZones.local(start.plus(GRID), zone).toLocalDate().equals(date)) {
                break;
            }
        }
        return List.copyOf(starts);
    }
}
