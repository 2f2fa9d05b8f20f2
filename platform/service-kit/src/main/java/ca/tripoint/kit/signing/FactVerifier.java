package ca.tripoint.kit.signing;

import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.Refusal;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Checks facts that other services signed: signature, issuer, audience, expiry and whose they are. Keys are fetched in the
 * background and kept, so that no request waits for another service; one that stays away for a day is still believed.
 */
@ApplicationScoped
public class FactVerifier {

    private static final Logger LOG = Logger.getLogger(FactVerifier.class);
    private static final long KEPT_WHILE_UNREACHABLE_SECONDS = 24 * 60 * 60;
    private static final long SHORTEST_REFETCH_MILLIS = 2_000;

    private final Map<String, HttpsJwks> keysByIssuer = new HashMap<>();
    private final String audience;
    private final Json json;
    private final Clock clock;

    FactVerifier(
            SigningConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Json json,
            Clock clock) {
        this.audience = service;
        this.json = json;
        this.clock = clock;
        config.trusted().forEach((issuer, trusted) -> {
            HttpsJwks keys = new HttpsJwks(trusted.jwksUrl().toString());
            keys.setDefaultCacheDuration(trusted.cache().toSeconds());
            keys.setRetainCacheOnErrorDuration(KEPT_WHILE_UNREACHABLE_SECONDS);
            keys.setRefreshReprieveThreshold(SHORTEST_REFETCH_MILLIS);
            keysByIssuer.put(issuer, keys);
        });
    }

    /**
     * @param issuer name of the service that must have signed it
     * @param subject whose it must be
     * @param claims record to read its members into
     * @throws FactRejected where it is not believed
     */
    public <T> Fact<T> verify(String issuer, String token, UUID subject, Class<T> claims) throws FactRejected {
        JwtClaims verified = verified(issuer, token);
        try {
            if (!subject.toString().equals(verified.getSubject())) {
                throw new FactRejected(FactRejected.Reason.FOREIGN);
            }
            Number issuedAt = verified.getClaimValue("iat", Number.class);
            return new Fact<>(
                    UUID.fromString(verified.getJwtId()),
                    subject,
                    Instant.ofEpochMilli(Math.round(issuedAt.doubleValue() * 1_000)),
                    Instant.ofEpochSecond(verified.getExpirationTime().getValue()),
                    json.convert(verified.getClaimsMap(), claims));
        } catch (MalformedClaimException | IllegalArgumentException notOfThisKind) {
            throw new FactRejected(FactRejected.Reason.INVALID);
        }
    }

    private JwtClaims verified(String issuer, String token) throws FactRejected {
        HttpsJwks keys = keysByIssuer.get(issuer);
        if (keys == null) {
            throw new IllegalStateException("tripoint.signing.trusted does not name " + issuer);
        }
        try {
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                    .setExpectedIssuer(issuer)
                    .setExpectedAudience(audience)
                    .setRequireSubject()
                    .setRequireJwtId()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
        } catch (InvalidJwtException rejected) {
            if (keysAreOutOfReach(rejected)) {
                throw Refusal.of(CommonProblem.TEMPORARILY_UNAVAILABLE).header("Retry-After", "5");
            }
            throw new FactRejected(
                    rejected.hasErrorCode(ErrorCodes.EXPIRED)
                            ? FactRejected.Reason.EXPIRED
                            : FactRejected.Reason.INVALID);
        }
    }

    private static boolean keysAreOutOfReach(InvalidJwtException rejected) {
        boolean unresolvable = false;
        for (@Nullable Throwable cause = rejected; cause != null; cause = cause.getCause()) {
            unresolvable |= cause instanceof UnresolvableKeyException;
            if (unresolvable && cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the keys at hand, so that no request has to fetch them. */
    @Scheduled(every = "30s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepKeysAtHand() {
        keysByIssuer.forEach((issuer, keys) -> {
            try {
                keys.getJsonWebKeys();
            } catch (JoseException | IOException unreachable) {
                LOG.infof("the keys of %s are out of reach, trying again", issuer);
            }
        });
    }
}
