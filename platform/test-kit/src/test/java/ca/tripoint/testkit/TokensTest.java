package ca.tripoint.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final UUID ANNE = UUID.randomUUID();

    @Test
    void a_client_s_token_says_who_and_what_she_is() throws Exception {
        JwtClaims claims = believe(TestTokens.client(ANNE));

        assertThat(claims.getSubject()).isEqualTo(ANNE.toString());
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("client");
    }

    @Test
    void an_expired_a_forged_and_a_foreign_token_are_not_believed() {
        assertThatThrownBy(
                        () -> believe(TestTokens.token(ANNE, "client").expired().sign()))
                .isInstanceOf(InvalidJwtException.class)
                .hasMessageContaining("no longer valid");
        assertThatThrownBy(
                        () -> believe(TestTokens.token(ANNE, "client").forged().sign()))
                .isInstanceOf(InvalidJwtException.class)
                .hasMessageContaining("signature");
        assertThatThrownBy(() -> believe(TestTokens.token(ANNE, "client")
                        .from("https://elsewhere")
                        .sign()))
                .isInstanceOf(InvalidJwtException.class)
                .hasMessageContaining("Issuer");
    }

    @Test
    void a_fact_is_verified_with_its_issuer_s_published_key() throws Exception {
        Instant issued = Instant.parse("2026-11-20T10:00:00.123Z");
        UUID clearance = UUID.randomUUID();
        try (PublishedKeys published = new PublishedKeys()) {
            HttpsJwks keys = new HttpsJwks(published.urlOf(FactTokens.TRIAGE));
            String token = FactTokens.clearance(ANNE)
                    .id(clearance)
                    .valid(issued, Instant.parse("2099-01-01T00:00:00Z"))
                    .sign();

            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                    .setExpectedIssuer("triage-service")
                    .setExpectedAudience("booking-service")
                    .build()
                    .processToClaims(token);

            assertThat(claims.getJwtId()).isEqualTo(clearance.toString());
            assertThat(claims.getClaimValue("iat", Number.class).doubleValue()).isEqualTo(1795168800.123);
            assertThat(claims.getClaimValue("sessions", Number.class).intValue())
                    .isEqualTo(6);
        }
    }

    @Test
    void private_keys_are_readable_for_their_owner_only() throws Exception {
        Path key = TestKeys.files().privateKey("own");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(Files.readString(TestKeys.files().masterKeyset("master"))).contains("AesGcmKey");
    }

    private static JwtClaims believe(String token) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKey(TestKeys.files().rsa("authority").getPublic())
                .setExpectedIssuer(TestTokens.ISSUER)
                .setExpectedAudience(TestTokens.AUDIENCE)
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
