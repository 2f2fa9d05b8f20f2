package ca.tripoint.booking;

import ca.tripoint.testkit.MovableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The service's clock in tests: it stands still at the start of the run until a test moves it on. It never goes back. */
public final class TestClock {

    private static final MovableClock CLOCK = MovableClock.at(Instant.now().truncatedTo(ChronoUnit.MICROS));

    @Produces
    @ApplicationScoped
    Clock clock() {
        return CLOCK;
    }

    public static Instant now() {
        return CLOCK.instant();
    }

    public static void advance(Duration time) {
        CLOCK.advance(time);
    }
}
