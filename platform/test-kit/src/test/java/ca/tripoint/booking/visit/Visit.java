package ca.tripoint.booking.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Keeps the rules, but for the cycle with {@code Sloppy}. */
public class Visit {
    Class<?> friend() {
        return ca.tripoint.booking.util.Sloppy.class;
    }

    Instant now(Clock clock) {
        return clock.instant();
    }

    OffsetDateTime stored(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
