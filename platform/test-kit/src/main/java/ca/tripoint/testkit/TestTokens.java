package ca.tripoint.testkit;

import ca.tripoint.embedded.keys.Authority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;

/** Bearer tokens as the authority would sign them, and some that it would not. */
public final class TestTokens {
    public static final String ISSUER = Authority.ISSUER;
    public static final String AUDIENCE = Authority.AUDIENCE;
    private static final Duration VALIDITY = Duration.ofHours(1);

    private TestTokens() {}

    public static String client(UUID subject) {
        return token(subject, "client").sign();
    }

    public static String therapist(UUID subject) {
        return token(subject, "therapist").sign();
    }

    public static String clinician(UUID subject) {
        return token(subject, "clinician").sign();
    }

    public static String partner(UUID subject) {
        return token(subject, "partner").sign();
    }

    public static String ops() {
        return token(UUID.randomUUID(), "ops").sign();
    }

    /** A token to vary before it is signed. */
    public static Token token(UUID subject, String... groups) {
        return new Token(
                subject,
                List.of(groups),
                ISSUER,
                AUDIENCE,
                Instant.now(),
                Instant.now().plus(VALIDITY),
                "authority");
    }

    public record Token(
            UUID subject,
            List<String> groups,
            String issuer,
            String audience,
            Instant issuedAt,
            Instant expiresAt,
            String key) {

        public Token expired() {
            Instant yesterday = Instant.now().minus(Duration.ofDays(1));
            return new Token(subject, groups, issuer, audience, yesterday, yesterday.plus(VALIDITY), key);
        }

        public Token from(String otherIssuer) {
            return new Token(subject, groups, otherIssuer, audience, issuedAt, expiresAt, key);
        }

        public Token forAudience(String otherAudience) {
            return new Token(subject, groups, issuer, otherAudience, issuedAt, expiresAt, key);
        }

        /** Signed with a key the services do not trust. */
        public Token forged() {
            return new Token(subject, groups, issuer, audience, issuedAt, expiresAt, "forger");
        }

        public String sign() {
            JwtClaims claims = Authority.claims(subject, groups, issuedAt, expiresAt);
            claims.setIssuer(issuer);
            claims.setAudience(audience);
            return Authority.sign(claims, TestKeys.privateKey(key), "authority");
        }
    }
}
