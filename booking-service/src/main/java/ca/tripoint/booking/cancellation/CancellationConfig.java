package ca.tripoint.booking.cancellation;

import ca.tripoint.booking.booking.FeeSchedule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What cancelling costs. The numbers are copied into each booking: a change holds for new ones only. */
@ConfigMapping(prefix = "tripoint.cancellation")
interface CancellationConfig {

    /** Somebody who booked the wrong day notices it within the hour. */
    @WithDefault("1h")
    Duration grace();

    /** A day is enough for the time to find another client. */
    @WithDefault("24h")
    Duration free();

    /** Under four hours the therapist is packing, and nobody else will take the time. */
    @WithDefault("4h")
    Duration reduced();

    /** In between, client and therapist share the loss. */
    @WithDefault("50")
    int reducedPercent();

    /** The terms of bookings made from now on. */
    final class Terms {

        @Produces
        @Singleton
        FeeSchedule feeSchedule(CancellationConfig config) {
            return new FeeSchedule(
                    Math.toIntExact(config.grace().toMinutes()),
                    Math.toIntExact(config.free().toMinutes()),
                    Math.toIntExact(config.reduced().toMinutes()),
                    config.reducedPercent());
        }
    }
}
