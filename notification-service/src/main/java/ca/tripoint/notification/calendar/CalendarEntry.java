package ca.tripoint.notification.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit as a calendar sees it.
 *
 * @param version the booking's; a calendar keeps the entry with the highest
 * @param writtenAt when this was known; the same at every attempt to send it
 * @param summary the entry's name in the reader's language
 * @param organizer the sender's e-mail address
 */
public record CalendarEntry(
        UUID bookingId,
        long version,
        Instant start,
        Instant end,
        Instant writtenAt,
        String summary,
        String organizer) {}
