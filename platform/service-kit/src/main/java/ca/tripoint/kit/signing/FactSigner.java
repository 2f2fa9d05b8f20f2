package ca.tripoint.kit.signing;

import ca.tripoint.kit.json.Json;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs what this service knows, so that the client can carry it to a service that need not ask. */
@Startup
@ApplicationScoped
@IfBuildProperty(name = "tripoint.signing.enabled", stringValue = "true")
public class FactSigner {

    private final SigningKey signingKey;
    private final List<RsaJsonWebKey> alsoPublished;
    private final String issuer;
    private final Json json;
    private final ProviderContext rsa = NativeRsa.context();

    FactSigner(SigningConfig config, Json json) {
        this.signingKey = SigningKey.read(Path.of(config.privateKeyLocation()
                .orElseThrow(() -> new IllegalStateException("tripoint.signing.private-key-location is not set"))));
        this.alsoPublished = config.alsoPublishedLocations().orElse(List.of()).stream()
                .map(location -> SigningKey.readPublic(Path.of(location)))
                .toList();
        this.issuer = config.service();
        this.json = json;
    }

    /**
     * @param id the fact's own id ({@code jti})
     * @param subject whom it is about; only they can use it
     * @param audience name of the service that it is for
     * @param issuedAt written with its milliseconds, as RFC 7519 allows: a revocation tells facts of one second apart
     * @param claims a record; its members become claims
     */
    public String sign(UUID id, UUID subject, String audience, Instant issuedAt, Instant expiresAt, Object claims) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("iss", issuer);
        payload.put("aud", audience);
        payload.put("sub", subject.toString());
        payload.put("jti", id.toString());
        payload.put("iat", BigDecimal.valueOf(issuedAt.toEpochMilli(), 3));
        payload.put("exp", expiresAt.getEpochSecond());
        payload.putAll(json.members(claims));
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setKeyIdHeaderValue(signingKey.key().getKeyId());
        jws.setProviderContext(rsa);
        jws.setKey(signingKey.key().getPrivateKey());
        jws.setPayload(json.write(payload));
        try {
            return jws.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("the fact could not be signed", failure);
        }
    }

    /** The public keys as a JWK set (RFC 7517): ours, the one that will sign next and the one that signed before. */
    public String jwks() {
        List<JsonWebKey> keys = new ArrayList<>(alsoPublished);
        keys.addFirst(signingKey.key());
        return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
