package ca.tripoint.local.story;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Something has happened, and what must come of it must all have come before one and the same moment. */
final class Deadline {

    private final long begin = System.nanoTime();
    private final Duration atMost;

    private Deadline(Duration atMost) {
        this.atMost = atMost;
    }

    static Deadline fromNow(Duration atMost) {
        return new Deadline(atMost);
    }

    /** What is found in time; what is found later does not count. */
    <T> Optional<T> await(Supplier<Optional<T>> look) {
        Optional<T> found = Patience.await(atMost.minus(elapsed()), look);
        return elapsed().compareTo(atMost) <= 0 ? found : Optional.empty();
    }

    /** Whether it comes to hold in time. */
    boolean until(BooleanSupplier holds) {
        return Patience.until(atMost.minus(elapsed()), holds) && elapsed().compareTo(atMost) <= 0;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
