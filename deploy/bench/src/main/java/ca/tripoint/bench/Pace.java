package ca.tripoint.bench;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds of each side, in turn
 */
public record Pace(Duration warmUp, Duration round, int rounds, int forks) {
    /** Figures to quote: a service of this size goes on being compiled for minutes. */
    public static final Pace THOROUGH = new Pace(Duration.ofMinutes(2), Duration.ofSeconds(4), 5, 1);
    /** Enough to see that the benchmark works; its figures mean little. */
    public static final Pace QUICK = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(1), 3, 1);
}
