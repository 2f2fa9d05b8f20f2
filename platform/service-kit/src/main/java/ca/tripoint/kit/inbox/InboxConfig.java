package ca.tripoint.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long events are remembered. */
@ConfigMapping(prefix = "tripoint.inbox")
interface InboxConfig {

    /** Longer than Kafka keeps what it could deliver again: a week by default, a month to be sure. */
    @WithDefault("30d")
    Duration remembered();
}
