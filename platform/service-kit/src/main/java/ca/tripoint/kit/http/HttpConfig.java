package ca.tripoint.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What every endpoint accepts. */
@ConfigMapping(prefix = "tripoint.http")
interface HttpConfig {

    /** The largest body, in bytes. The largest that a client has reason to send is a screening with long notes, some 20 kB. */
    @WithDefault("262144")
    long maxBodyBytes();
}
