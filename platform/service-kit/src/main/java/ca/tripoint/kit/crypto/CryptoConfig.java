package ca.tripoint.kit.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The key above all data keys. */
@ConfigMapping(prefix = "tripoint.crypto")
interface CryptoConfig {

    /** Read at build time: whether this service seals anything. */
    @WithDefault("false")
    boolean enabled();

    /** File with a Tink JSON keyset of AEAD keys (AES256_GCM), mounted from a secret. Needed where {@code enabled}. */
    Optional<String> masterKeysetLocation();
}
