package ca.tripoint.notification;

import ca.tripoint.testkit.MovableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The service's clock, in the tests' hands. */
class TestClock {

    @Produces
    @Singleton
    MovableClock clock() {
        return MovableClock.at("2027-03-01T10:00:00-05:00");
    }
}
