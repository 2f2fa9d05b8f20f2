package ca.tripoint.booking.booking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a client may book, beyond what an offer allows. */
@ConfigMapping(prefix = "tripoint.booking")
interface BookingConfig {

    /** Tissue that was treated needs its night; a second treatment the same day is more likely a mistake. */
    @WithDefault("12h")
    Duration betweenVisits();

    /**
     * How long after a visit its therapist still sees the address: it may run late, and a bag may be left behind. By the evening
     * the door is none of their business any more.
     */
    @WithDefault("2h")
    Duration addressAfterVisit();

    /**
     * How long after its expiry an offer's use is remembered. An expired offer is refused by itself; a day is more than the clocks of
     * any two of our machines disagree. (A repeated request does not need it: its idempotency key answers first.)
     */
    @WithDefault("1d")
    Duration usedOffersKept();

    /** One tick of the list: what fits on a screen. */
    @WithDefault("20")
    int pageSize();

    /** A page that a phone can still draw, and a query that stays under a millisecond. */
    @WithDefault("100")
    int largestPage();
}
