package ca.tripoint.therapist.offer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what was offered is worth something. */
@ConfigMapping(prefix = "tripoint.offers")
interface OfferConfig {

    /** Long enough to read the price and decide; short enough that the roster seldom changes meanwhile. */
    @WithDefault("15m")
    Duration validity();

    /** A day longer than idempotency keys are remembered, since a repeated request has its offer signed anew. */
    @WithDefault("8d")
    Duration kept();
}
