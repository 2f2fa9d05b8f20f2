package ca.tripoint.therapist;

import ca.tripoint.testkit.MovableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** In the tests it is the first of March 2027, noon in Montréal, until a test says otherwise. */
class TestClock {

    static final String FIRST_OF_MARCH = "2027-03-01T12:00:00-05:00";

    private static final MovableClock CLOCK = MovableClock.at(FIRST_OF_MARCH);

    @Produces
    @Singleton
    Clock clock() {
        return CLOCK;
    }

    static void set(String instant) {
        CLOCK.set(MovableClock.at(instant).instant());
    }

    static void reset() {
        set(FIRST_OF_MARCH);
    }
}
