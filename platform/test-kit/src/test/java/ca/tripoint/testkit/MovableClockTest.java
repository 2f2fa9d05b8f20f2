package ca.tripoint.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    @Test
    void the_clock_stands_still_until_it_is_moved() {
        MovableClock clock = MovableClock.at("2027-03-14T10:00:00-04:00");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-14T14:00:00Z"));

        clock.advance(Duration.ofMinutes(15));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-14T14:15:00Z"));

        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }
}
