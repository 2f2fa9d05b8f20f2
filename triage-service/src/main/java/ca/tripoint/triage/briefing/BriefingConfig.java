package ca.tripoint.triage.briefing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a briefing can be read. */
@ConfigMapping(prefix = "tripoint.briefing")
interface BriefingConfig {

    /** After the visit: long enough to write the record, no longer. */
    @WithDefault("7d")
    Duration afterVisit();
}
