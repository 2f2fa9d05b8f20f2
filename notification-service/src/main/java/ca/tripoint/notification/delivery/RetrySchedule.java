package ca.tripoint.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When to try again what could not be sent.
 *
 * @param pauses after the first failed attempt, after the second and so on; when they are used up, nobody tries again
 */
record RetrySchedule(List<Duration> pauses) {

    RetrySchedule {
        pauses = List.copyOf(pauses);
        if (pauses.stream().anyMatch(pause -> pause.isNegative() || pause.isZero())) {
            throw new IllegalArgumentException("pauses must be positive");
        }
    }

    /** @param failedAttempts how many there were, the one that failed {@code now} included; after none, it is due at once */
    Optional<Instant> next(int failedAttempts, Instant now) {
        if (failedAttempts == 0) {
            return Optional.of(now);
        }
        return failedAttempts <= pauses.size()
                ? Optional.of(now.plus(pauses.get(failedAttempts - 1)))
                : Optional.empty();
    }
}
