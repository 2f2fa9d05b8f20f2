package ca.tripoint.booking.hold;

import ca.tripoint.booking.booking.HoldLength;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long a time is kept for a client who has not booked it yet. */
@ConfigMapping(prefix = "tripoint.hold")
interface HoldConfig {

    /** Long enough to fetch a card and ask at home, short enough that others still find the time. */
    @WithDefault("10m")
    Duration length();

    /** Counted from the request: for a payment that hangs or a question at the pharmacy. Once only, or a hold would be a booking. */
    @WithDefault("10m")
    Duration extension();

    /**
     * How often holds that have run out are looked for. Whoever needs such a time does not wait for it; until then the search does
     * not show the time, and nobody is told that it is free.
     */
    @WithDefault("5s")
    Duration releaseEvery();

    /** The length of new holds. */
    final class Length {

        @Produces
        @Singleton
        HoldLength holdLength(HoldConfig config) {
            return new HoldLength(config.length());
        }
    }
}
