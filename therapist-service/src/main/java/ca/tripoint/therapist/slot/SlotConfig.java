package ca.tripoint.therapist.slot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one search answers. */
@ConfigMapping(prefix = "tripoint.slots")
interface SlotConfig {

    /** The longest range of dates: a month's sheet of a calendar. */
    @WithDefault("31")
    int maxDays();

    /** Days are added to a page until it holds this many starts: about a week of a city with many therapists, some 200 kB. */
    @WithDefault("500")
    int page();

    /** The nearest who could come at a start: nobody reads of more, and a city has thousands. The API names the number. */
    @WithDefault("10")
    int therapists();
}
