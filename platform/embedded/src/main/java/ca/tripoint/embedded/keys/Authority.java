package ca.tripoint.embedded.keys;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Stands for the identity provider: signs who somebody is (RS256) and publishes the key that proves it. */
public final class Authority {
    public static final String ISSUER = "https://auth.tripoint.ca";
    public static final String AUDIENCE = "tripoint";
    private static final String NAME = "authority";

    private final KeyFiles keys;

    public Authority(KeyFiles keys) {
        this.keys = keys;
    }

    /** The PEM file by which services know this authority. */
    public Path publicKey() {
        return keys.publicKey(NAME);
    }

    /** A token for the person with these groups, valid from now on. */
    public String token(UUID subject, List<String> groups, Duration validity) {
        Instant now = Instant.now();
        return sign(
                claims(subject, groups, now, now.plus(validity)), keys.rsa(NAME).getPrivate(), NAME);
    }

    public static JwtClaims claims(UUID subject, List<String> groups, Instant from, Instant to) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject.toString());
        claims.setStringListClaim("groups", groups);
        claims.setIssuedAt(NumericDate.fromMilliseconds(from.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(to.toEpochMilli()));
        claims.setGeneratedJwtId();
        return claims;
    }

    public static String sign(JwtClaims claims, PrivateKey key, String keyId) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            signature.setKeyIdHeaderValue(keyId);
            signature.setHeader("typ", "JWT");
            signature.setKey(key);
            signature.setPayload(claims.toJson());
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
