package ca.tripoint.kit.security;

import io.smallrye.config.ConfigMapping;

/** Whose access tokens are believed. */
@ConfigMapping(prefix = "tripoint.auth")
interface AuthConfig {

    /** File or URL of the authority's public key (PEM or JWK set). There is no default: without it nothing starts. */
    String publicKeyLocation();
}
