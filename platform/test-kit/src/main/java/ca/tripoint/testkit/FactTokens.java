package ca.tripoint.testkit;

import ca.tripoint.embedded.keys.Authority;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * Facts signed as triage-service or therapist-service would sign them, for the tests of those who believe them. The
 * matching keys are published at {@link TripointInfrastructure}'s JWKS addresses.
 */
public final class FactTokens {
    public static final String TRIAGE = "triage-service";
    public static final String THERAPIST = "therapist-service";
    private static final String BOOKING = "booking-service";

    private FactTokens() {}

    /** A clearance for a course of six sessions of at least an hour, valid for two weeks. */
    public static Fact clearance(UUID client) {
        return fact(TRIAGE, client, Duration.ofDays(14))
                .claim("screeningId", UUID.randomUUID().toString())
                .claim(
                        "requires",
                        Map.of("skills", List.of("TRIGGER_POINT"), "minDuration", 60, "equipment", List.of()))
                .claim("sessions", 6);
    }

    /** An offer to the client, valid for a quarter of an hour; its time, place and price are claims to add. */
    public static Fact offer(UUID client) {
        return fact(THERAPIST, client, Duration.ofMinutes(15));
    }

    private static Fact fact(String issuer, UUID subject, Duration validity) {
        Instant now = Instant.now();
        return new Fact(issuer, BOOKING, subject, UUID.randomUUID(), now, now.plus(validity), Map.of(), issuer);
    }

    /**
     * @param id  the {@code jti}: the clearance's or the offer's id
     * @param key the name of the key that signs; by default the issuer's own
     */
    public record Fact(
            String issuer,
            String audience,
            UUID subject,
            UUID id,
            Instant issuedAt,
            Instant expiresAt,
            Map<String, Object> claims,
            String key) {

        public Fact claim(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(claims);
            more.put(name, value);
            return new Fact(issuer, audience, subject, id, issuedAt, expiresAt, more, key);
        }

        public Fact id(UUID otherId) {
            return new Fact(issuer, audience, subject, otherId, issuedAt, expiresAt, claims, key);
        }

        /** Issued and expiring at these instants; milliseconds of the first are kept. */
        public Fact valid(Instant from, Instant to) {
            return new Fact(issuer, audience, subject, id, from, to, claims, key);
        }

        public Fact forAudience(String otherAudience) {
            return new Fact(issuer, otherAudience, subject, id, issuedAt, expiresAt, claims, key);
        }

        public Fact from(String otherIssuer) {
            return new Fact(otherIssuer, audience, subject, id, issuedAt, expiresAt, claims, key);
        }

        /** Signed with a key that nobody published, under the key id of the real one. */
        public Fact forged() {
            return new Fact(issuer, audience, subject, id, issuedAt, expiresAt, claims, "forger");
        }

        /** Signed with another key of this name, for an issuer that rotates ({@link Issuers#publish}). */
        public Fact keyed(String otherKey) {
            return new Fact(issuer, audience, subject, id, issuedAt, expiresAt, claims, otherKey);
        }

        public String sign() {
            return signUnder(issuer);
        }

        /** @param keyId what the token says of the key that signed it */
        public String signUnder(String keyId) {
            JwtClaims all = new JwtClaims();
            claims.forEach(all::setClaim);
            all.setIssuer(issuer);
            all.setAudience(audience);
            all.setSubject(subject.toString());
            all.setJwtId(id.toString());
            all.setClaim("iat", issuedAt.toEpochMilli() / 1000.0);
            all.setExpirationTime(NumericDate.fromMilliseconds(expiresAt.toEpochMilli()));
            return Authority.sign(all, TestKeys.privateKey(key), keyId);
        }
    }
}
