package ca.tripoint.triage.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The day an instant belongs to, the same for everybody: the one place where "today" and "days ago" are counted.
 *
 * <p>Where people are is not known when they answer, and one evening must not be two days: in UTC it would be, from 17:00 in
 * British Columbia to 21:30 in Newfoundland. At UTC−07:00 the day changes at midnight in British Columbia and Yukon and between
 * 01:00 and 04:30 in the rest of Canada, when hardly anyone answers and no visit takes place.
 */
public final class CalendarDay {
    private static final ZoneOffset WHERE_MIDNIGHT_IS_LATEST = ZoneOffset.ofHours(-7);

    private CalendarDay() {}

    public static LocalDate of(Instant instant) {
        return instant.atOffset(WHERE_MIDNIGHT_IS_LATEST).toLocalDate();
    }

    /** When this day begins. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(WHERE_MIDNIGHT_IS_LATEST);
    }
}
