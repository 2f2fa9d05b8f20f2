package ca.tripoint.kit.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How repeated requests are recognised. */
@ConfigMapping(prefix = "tripoint.idempotency")
interface IdempotencyConfig {

    /** Base64 of at least 32 random bytes. Fingerprints are keyed with it, so that nobody can guess a body from its row. */
    String fingerprintKey();

    /** How long a key is remembered. A client that repeats a request does so within a day; a week leaves room for a weekend. */
    @WithDefault("7d")
    Duration remembered();
}
