package ca.tripoint.kit.crypto;

import io.smallrye.config.ConfigMapping;

/** The key above all data keys. */
@ConfigMapping(prefix = "tripoint.crypto")
interface CryptoConfig {

    /** File with a Tink JSON keyset of AEAD keys (AES256_GCM), mounted from a secret. There is no default. */
    String masterKeysetLocation();
}
