package ca.tripoint.triage;

import ca.tripoint.testkit.MovableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** In the tests it is the first of March 2027 and a little more with every test. */
public class TestClock {
    private static final MovableClock CLOCK = MovableClock.at("2027-03-01T12:00:00-05:00");

    @Produces
    @Singleton
    Clock clock() {
        return CLOCK;
    }

    public static Instant now() {
        return CLOCK.instant();
    }

    /** To the next time it is so late in UTC. */
    public static void advanceTo(LocalTime time) {
        OffsetDateTime now = now().atOffset(ZoneOffset.UTC);
        OffsetDateTime then = now.with(time);
        advance(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    public static void advance(Duration duration) {
        CLOCK.advance(duration);
    }
}
