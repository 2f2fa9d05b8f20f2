package ca.tripoint.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "tripoint.outbox")
interface OutboxConfig {

    /** Events sent before their acknowledgements are awaited. Enough to fill a round trip, few enough to repeat after a crash. */
    @WithDefault("500")
    int batch();

    /** How long an event waits at most when another replica committed it, or a wake-up was lost. */
    @WithDefault("250ms")
    Duration poll();

    /** Pause after Kafka or PostgreSQL failed. */
    @WithDefault("1s")
    Duration pauseAfterFailure();
}
