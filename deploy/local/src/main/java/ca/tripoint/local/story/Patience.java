package ca.tripoint.local.story;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes by itself, as long as it may take and no longer. */
final class Patience {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private Patience() {}

    /** What is found within the time, or nothing. */
    static <T> Optional<T> await(Duration atMost, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = look.get();
        }
        return found;
    }

    /** Whether it comes to hold within the time. */
    static boolean until(Duration atMost, BooleanSupplier holds) {
        return await(atMost, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }
}
