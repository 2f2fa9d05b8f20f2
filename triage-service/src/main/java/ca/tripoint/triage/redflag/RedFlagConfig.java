package ca.tripoint.triage.redflag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who may report. */
@ConfigMapping(prefix = "tripoint.red-flag")
interface RedFlagConfig {

    /** After the visit: a person who calls their therapist the next morning is heard; whoever never met them is not. */
    @WithDefault("7d")
    Duration afterVisit();
}
