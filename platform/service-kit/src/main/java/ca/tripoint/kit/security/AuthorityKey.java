package ca.tripoint.kit.security;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import io.smallrye.jwt.util.ResourceUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads the authority's key when the service starts, so that one without it does not start. Keys behind a URL are left alone here:
 * they change, and the authority may be away for a moment.
 */
@Startup
@Singleton
class AuthorityKey {

    AuthorityKey(AuthConfig config) {
        String location = config.publicKeyLocation();
        if (location.startsWith("https:") || location.startsWith("http:")) {
            return;
        }
        String content = contentOf(location);
        if (content == null || !(isPublicKey(content) || isKeySet(content))) {
            throw new IllegalStateException("tripoint.auth.public-key-location names no public key: " + location);
        }
    }

    private static @Nullable String contentOf(String location) {
        try {
            return ResourceUtils.readResource(location);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static boolean isPublicKey(String pem) {
        try {
            return KeyUtils.decodePublicKey(pem, SignatureAlgorithm.RS256) != null;
        } catch (GeneralSecurityException | IllegalArgumentException somethingElse) {
            return false;
        }
    }

    private static boolean isKeySet(String json) {
        List<JsonWebKey> keys = KeyUtils.loadJsonWebKeys(json);
        return keys != null && !keys.isEmpty();
    }
}
