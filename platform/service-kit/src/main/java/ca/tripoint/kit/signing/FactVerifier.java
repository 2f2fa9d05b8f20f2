package ca.tripoint.kit.signing;

import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.Refusal;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Checks facts that other services signed: signature, issuer, audience, expiry and whose they are. It knows the keys that were
 * fetched before ({@link IssuerKeys}) and asks nobody, so that it may be used inside a transaction: a fact under a key that is not
 * known is invalid. (Rotation publishes a key before it signs with it.)
 */
@ApplicationScoped
public class FactVerifier {

    private final Map<String, IssuerKeys> keysByIssuer = new HashMap<>();
    private final HttpClient http;
    private final String audience;
    private final Json json;
    private final Clock clock;

    FactVerifier(SigningConfig config, Json json, Clock clock) {
        this.audience = config.service();
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.fetching().timeout())
                .build();
        config.trusted()
                .forEach((issuer, trusted) ->
                        keysByIssuer.put(issuer, new IssuerKeys(issuer, trusted, config.fetching(), http)));
    }

    /** The first requests find the keys of every issuer that can be reached. */
    void start(@Observes StartupEvent startup) throws InterruptedException {
        keysByIssuer.values().forEach(IssuerKeys::start);
        for (IssuerKeys keys : keysByIssuer.values()) {
            keys.awaitFirstAttempt();
        }
    }

    @PreDestroy
    void stop() {
        keysByIssuer.values().forEach(IssuerKeys::stop);
        http.shutdownNow();
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
        IssuerKeys keys = keysByIssuer.get(issuer);
        if (keys == null) {
            throw new IllegalStateException("tripoint.signing.trusted does not name " + issuer);
        }
        if (!keys.areKnown()) {
            throw Refusal.of(CommonProblem.TEMPORARILY_UNAVAILABLE).header("Retry-After", "1");
        }
        try {
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver((jws, nesting) -> keys.named(jws.getKeyIdHeaderValue()))
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
            throw new FactRejected(
                    rejected.hasErrorCode(ErrorCodes.EXPIRED)
                            ? FactRejected.Reason.EXPIRED
                            : FactRejected.Reason.INVALID);
        }
    }
}
