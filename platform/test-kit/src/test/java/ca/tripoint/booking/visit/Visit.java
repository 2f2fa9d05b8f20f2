package ca.tripoint.booking.visit;

import java.time.Clock;
import java.time.Instant;

/** Keeps the rules, but for the cycle with {@code Sloppy}. */
public class Visit {
    Class<?> friend() {
        return ca.tripoint.booking.util.Sloppy.class;
    }

    Instant now(Clock clock) {
        return clock.instant();
    }
}
