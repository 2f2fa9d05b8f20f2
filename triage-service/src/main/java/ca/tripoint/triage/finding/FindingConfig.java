package ca.tripoint.triage.finding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Until when a session is recorded. */
@ConfigMapping(prefix = "tripoint.finding")
interface FindingConfig {

    /** After the visit: as long as its briefing can be read. What is remembered later is not a finding. */
    @WithDefault("7d")
    Duration afterVisit();
}
