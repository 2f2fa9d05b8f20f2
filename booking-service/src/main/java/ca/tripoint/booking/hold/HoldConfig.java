package ca.tripoint.booking.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How holds are given more time. Their first length is {@code tripoint.booking.hold}. */
@ConfigMapping(prefix = "tripoint.hold")
interface HoldConfig {

    /** Counted from the request: for a payment that hangs or a question at the pharmacy. Once only, or a hold would be a booking. */
    @WithDefault("10m")
    Duration extension();
}
