package ca.tripoint.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");

    private final RetrySchedule schedule =
            new RetrySchedule(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1)));

    @Test
    void the_first_failure_is_tried_again_after_a_minute() {
        assertThat(schedule.next(1, NOW)).contains(Instant.parse("2027-03-01T15:01:00Z"));
    }

    @Test
    void each_further_failure_waits_as_long_as_the_schedule_says() {
        assertThat(schedule.next(2, NOW)).contains(Instant.parse("2027-03-01T15:05:00Z"));
        assertThat(schedule.next(3, NOW)).contains(Instant.parse("2027-03-01T16:00:00Z"));
    }

    @Test
    void what_was_not_tried_yet_is_due_at_once() {
        assertThat(schedule.next(0, NOW)).contains(NOW);
    }

    @Test
    void after_the_last_pause_nobody_tries_again() {
        assertThat(schedule.next(4, NOW)).isEmpty();
    }

    @Test
    void a_pause_of_nothing_is_refused() {
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ZERO))).hasMessageContaining("pauses");
    }
}
