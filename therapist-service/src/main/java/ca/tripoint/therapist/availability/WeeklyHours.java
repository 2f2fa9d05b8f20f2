package ca.tripoint.therapist.availability;

import ca.tripoint.canada.clock.TimeZones;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a therapist treats on one day of every week, by the clocks where they live. Set-up, pack-down and travel come on top:
 * who treats from 06:00 starts a visit at 06:00 and sets up before.
 *
 * @param fromMinute minutes after 00:00
 * @param toMinute minutes after 00:00, exclusive; 1,440 is 24:00
 */
@Embeddable
public record WeeklyHours(@Enumerated(EnumType.STRING) DayOfWeek day, int fromMinute, int toMinute) {

    private static final int DAY = 24 * 60;

    public WeeklyHours {
        if (fromMinute < 0 || fromMinute >= toMinute || toMinute > DAY) {
            throw new IllegalArgumentException("fromMinute and toMinute must be in order and within one day");
        }
    }

    /** These hours on a date; empty on the other days of the week, and where the clocks skip all of them. */
    Optional<TimeRange> on(LocalDate date, ZoneId zone) {
        if (date.getDayOfWeek() != day) {
            return Optional.empty();
        }
        Instant from = TimeZones.instant(date.atStartOfDay().plusMinutes(fromMinute), zone);
        Instant to = TimeZones.instant(date.atStartOfDay().plusMinutes(toMinute), zone);
        return from.isBefore(to) ? Optional.of(new TimeRange(from, to)) : Optional.empty();
    }
}
