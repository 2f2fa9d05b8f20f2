package ca.tripoint.kittest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.kit.crypto.Cell;
import ca.tripoint.kit.crypto.Vault;
import ca.tripoint.kit.signing.Fact;
import ca.tripoint.kit.signing.FactRejected;
import ca.tripoint.kit.signing.FactRejected.Reason;
import ca.tripoint.kit.signing.FactSigner;
import ca.tripoint.kit.signing.FactVerifier;
import ca.tripoint.testkit.FactTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class FactsAndSecretsTest {

    record Clearance(UUID screeningId, int sessions) {}

    @Inject
    FactVerifier verifier;

    @Inject
    FactSigner signer;

    @Inject
    Vault vault;

    @Inject
    EntityManager database;

    private final UUID client = UUID.randomUUID();
    private final FactTokens.Fact good = FactTokens.clearance(client).forAudience("kit-service");

    private Fact<Clearance> verified(FactTokens.Fact token) throws FactRejected {
        return verifier.verify("triage-service", token.sign(), client, Clearance.class);
    }

    private static void rejected(Reason reason, Executable verification) {
        assertThatThrownBy(verification::execute)
                .isInstanceOfSatisfying(
                        FactRejected.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }

    @Test
    void a_fact_is_believed_with_its_milliseconds() throws FactRejected {
        Instant issued = Instant.ofEpochMilli(Instant.now().toEpochMilli() / 1_000 * 1_000 - 999);

        Fact<Clearance> fact = verified(good.valid(issued, Instant.now().plusSeconds(60)));

        assertThat(fact.issuedAt()).isEqualTo(issued);
        assertThat(fact.id()).isEqualTo(good.id());
        assertThat(fact.claims().sessions()).isEqualTo(6);
    }

    @Test
    void a_fact_that_is_forged_or_meant_for_another_service_or_from_another_is_invalid() {
        rejected(Reason.INVALID, () -> verified(good.forged()));
        rejected(Reason.INVALID, () -> verified(good.forAudience("somebody-else")));
        rejected(Reason.INVALID, () -> verified(good.from("somebody-else")));
        rejected(Reason.INVALID, () -> verifier.verify("triage-service", "not a token", client, Clearance.class));
        rejected(
                Reason.INVALID,
                () -> verifier.verify(
                        "triage-service", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", client, Clearance.class));
    }

    @Test
    void a_fact_ends_at_its_second() {
        Instant now = Instant.now();
        rejected(Reason.EXPIRED, () -> verified(good.valid(now.minusSeconds(60), now.minusSeconds(1))));
    }

    @Test
    void a_fact_is_its_subjects_alone() {
        rejected(
                Reason.FOREIGN,
                () -> verifier.verify("triage-service", good.sign(), UUID.randomUUID(), Clearance.class));
    }

    @Test
    void what_is_signed_here_can_be_checked_with_what_is_published_here() throws Exception {
        Instant issued = Instant.ofEpochMilli(1_700_000_000_123L);
        String token = signer.sign(
                UUID.randomUUID(),
                client,
                "booking-service",
                issued,
                Instant.now().plusSeconds(60),
                new Clearance(UUID.randomUUID(), 3));
        String jwks = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys", hasSize(2))
                .body("keys.d", everyItem(nullValue()))
                .body("keys[0].alg", equalTo("RS256"))
                .extract()
                .asString();

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .setExpectedAudience("booking-service")
                .build()
                .processToClaims(token);

        assertThat(claims.getIssuer()).isEqualTo("kit-service");
        assertThat(claims.getClaimValue("iat", Double.class)).isEqualTo(1_700_000_000.123);
        assertThat(claims.getClaimValue("sessions", Long.class)).isEqualTo(3);
    }

    @Test
    void a_sealed_value_opens_in_its_own_cell_only() {
        UUID row = UUID.randomUUID();
        Cell cell = new Cell("thing", "secret", row, client);

        byte[] sealed = vault.seal(cell, "numb in both legs");

        assertThat(vault.openText(cell, sealed)).isEqualTo("numb in both legs");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("numb");
        vault.seal(new Cell("thing", "secret", row, UUID.randomUUID()), "makes another key");
        for (Cell other : new Cell[] {
            new Cell("other", "secret", row, client),
            new Cell("thing", "other", row, client),
            new Cell("thing", "secret", UUID.randomUUID(), client)
        }) {
            assertThatThrownBy(() -> vault.openText(other, sealed)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void without_the_data_key_nothing_opens_any_more() {
        Cell cell = new Cell("thing", "secret", UUID.randomUUID(), client);
        byte[] sealed = vault.seal(cell, "gone tomorrow");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("DELETE FROM data_key WHERE owner_id = :owner")
                        .setParameter("owner", client)
                        .executeUpdate());

        assertThatThrownBy(() -> vault.openText(cell, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readiness_and_info_tell_which_clocks_are_known() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'clocks of Canada' }.status", equalTo("UP"));
        Map<String, String> clocks =
                given().get("/q/info").then().statusCode(200).extract().path("clocks");
        assertThat(clocks.get("tzdata")).matches("20[0-9]{2}[a-z]");
    }
}
