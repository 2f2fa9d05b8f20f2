package ca.tripoint.booking.offer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How near and how far away a visit may be. The quarter-hour grid and the opening hours are facts of the whole product and live in
 * {@code canada.hours}; set-up and pack-down come with each offer, so that they have one source.
 */
@ConfigMapping(prefix = "tripoint.visit")
interface VisitConfig {

    /** A therapist must be able to read of a visit, pack the table and leave. */
    @WithDefault("2h")
    Duration notice();

    /** Hours are planned half a year ahead; a promise beyond that is a guess. */
    @WithDefault("180d")
    Duration horizon();
}
