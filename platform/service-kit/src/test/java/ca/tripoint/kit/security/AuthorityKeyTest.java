package ca.tripoint.kit.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityKeyTest {

    @TempDir
    Path folder;

    @Test
    void a_public_key_and_a_key_set_will_do() throws Exception {
        PublicKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";

        assertThatCode(() -> read(pem)).doesNotThrowAnyException();
        assertThatCode(() -> read(new JsonWebKeySet(JsonWebKey.Factory.newJwk(key)).toJson()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "changeme",
                "{\"keys\":[]}",
                "{}",
                "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n"
            })
    void anything_else_will_not(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("tripoint.auth.public-key-location names no public key");
    }

    @Test
    void nor_will_a_file_that_is_not_there() {
        assertThatThrownBy(() ->
                        new AuthorityKey(() -> folder.resolve("nothing.pem").toString()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keys_that_the_authority_publishes_are_fetched_when_they_are_needed() {
        assertThatCode(() -> new AuthorityKey(() -> "https://auth.invalid/jwks.json"))
                .doesNotThrowAnyException();
    }

    private AuthorityKey read(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("authority"), content);
        return new AuthorityKey(file::toString);
    }
}
