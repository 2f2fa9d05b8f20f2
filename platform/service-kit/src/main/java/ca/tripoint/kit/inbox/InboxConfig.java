package ca.tripoint.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is remembered of events. */
@ConfigMapping(prefix = "tripoint.inbox")
interface InboxConfig {

    /**
     * How long an event's id is remembered. Kafka keeps events for a week and delivers none that it no longer has; a month leaves
     * room for longer retention and for a redrive. (An event that comes even later is old news: handlers pass over versions that
     * they have seen.)
     */
    @WithDefault("30d")
    Duration remembered();

    /** How often older ones are forgotten: an hour's worth is deleted in an instant. */
    @WithDefault("1h")
    Duration forgetEvery();
}
