package ca.tripoint.kit.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose facts are believed, and with which key our own are signed. */
@ConfigMapping(prefix = "tripoint.signing")
interface SigningConfig {

    /** What this service is called. It issues facts under that name, and believes those that are made out to it. */
    @WithDefault("${quarkus.application.name}")
    String service();

    /** PKCS#8 PEM file with an RSA key of 2048 bits or more. Needed where {@code tripoint.signing.enabled} is true. */
    Optional<String> privateKeyLocation();

    /**
     * X.509 PEM files of keys that are published beside our own, for a rotation: the next one before it signs, the last one while what
     * it signed is still used.
     */
    Optional<List<String>> alsoPublishedLocations();

    /** Read at build time: whether this service signs facts and publishes its key. */
    @WithDefault("false")
    boolean enabled();

    /** By issuer (the service's name). */
    Map<String, Trusted> trusted();

    Fetching fetching();

    /** How the keys of others are fetched. */
    interface Fetching {

        /** An issuer answers in milliseconds. One that takes longer is asked again rather than waited for. */
        @WithDefault("2s")
        Duration timeout();

        /**
         * Between two fetches from one issuer, failed ones included: short, for an issuer that comes back or has begun to sign with
         * another key; long enough that nobody floods an issuer by inventing key ids.
         */
        @WithDefault("500ms")
        Duration pause();
    }

    interface Trusted {

        /** Where the issuer publishes its keys. */
        URI jwksUrl();

        /** How long keys are used before they are fetched again. Rotation publishes a key this long before it signs. */
        @WithDefault("10m")
        Duration cache();
    }
}
