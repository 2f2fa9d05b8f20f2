package ca.tripoint.bench;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds of each side, in turn
 */
public record Pace(Duration warmUp, Duration round, int rounds) {
    /** Figures to quote: measured, a service of this size is compiled to the end after some three and a half minutes under load. */
    public static final Pace THOROUGH = new Pace(Duration.ofMinutes(4), Duration.ofSeconds(5), 7);
    /** Enough to see that the benchmark works; its figures mean little. */
    public static final Pace QUICK = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(1), 3);
}
