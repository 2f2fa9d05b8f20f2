package ca.tripoint.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works, and where it sends. */
@ConfigMapping(prefix = "tripoint.outbox")
interface OutboxConfig {

    /** Kafka, as everywhere in the service: {@code kafka.bootstrap.servers}. */
    String bootstrapServers();

    /** Who speaks: the service's name, {@code quarkus.application.name}. */
    String service();

    /** Events sent before their acknowledgements are awaited. Enough to fill a round trip, few enough to repeat after a crash. */
    @WithDefault("500")
    int batch();

    /** How long an event waits at most when another replica committed it, or a wake-up was lost. */
    @WithDefault("250ms")
    Duration poll();

    /** Pause after each batch: the first event leaves at once; those that follow close behind it leave together. */
    @WithDefault("5ms")
    Duration pace();

    /** How often a replica asks whether its relay may become the active one. */
    @WithDefault("1s")
    Duration standby();

    /** Pause after Kafka or PostgreSQL failed. It doubles with each failure in a row. */
    @WithDefault("1s")
    Duration pauseAfterFailure();

    /** How long that pause becomes at most: as long as the others may have to wait once all is well again. */
    @WithDefault("10s")
    Duration longestPause();

    /**
     * How long one look at the outbox may take before the service counts as stuck. Kafka's producer gives up after two minutes,
     * the database's driver after one; a relay that is still busy after five will not come back by itself.
     */
    @WithDefault("5m")
    Duration stuckAfter();
}
