package ca.tripoint.triage.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How soon a person looks. */
@ConfigMapping(prefix = "tripoint.review")
interface ReviewConfig {

    /** A red flag has already stopped everything; a clinician makes sure that the person has gone for help. */
    @WithDefault("1h")
    Duration redFlag();

    /** Somebody took a warning sign back: a working day. */
    @WithDefault("1d")
    Duration retraction();

    /** A person asked for a person; the law says without delay, we say two days. */
    @WithDefault("2d")
    Duration request();
}
