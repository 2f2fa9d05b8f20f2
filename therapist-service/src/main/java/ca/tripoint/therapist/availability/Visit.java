package ca.tripoint.therapist.availability;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A visit that somebody wishes for.
 *
 * @param start first minute of treatment
 * @param length treatment, without set-up and pack-down
 */
public record Visit(Place place, Instant start, Duration length) {

    public Instant end() {
        return start.plus(length);
    }

    /** What the clock on the client's wall shows at the start. */
    public LocalDateTime localStart() {
        return TimeZones.local(start, place.zone());
    }
}
