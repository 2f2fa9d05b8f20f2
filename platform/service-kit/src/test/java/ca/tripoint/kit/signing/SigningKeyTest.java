package ca.tripoint.kit.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @TempDir
    Path folder;

    /** One of the JDK's would be converted for every signature, which takes twice as long as the signature. */
    @Test
    void it_is_a_native_key_where_the_library_loads() throws Exception {
        assumeThat(AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError()).isNull();

        PrivateKey key = SigningKey.read(pem(rsa(2048))).key().getPrivateKey();

        assertThat(key.getClass().getName()).startsWith("com.amazon.corretto");
    }

    @Test
    void a_short_key_is_refused() throws Exception {
        Path pem = pem(rsa(1024));

        assertThatThrownBy(() -> SigningKey.read(pem))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2048");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "changeme", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n", "§"})
    void anything_else_is_refused(String content) throws IOException {
        Path pem = Files.writeString(folder.resolve("key.pem"), content);

        assertThatThrownBy(() -> SigningKey.read(pem))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tripoint.signing.private-key-location names no RSA key");
    }

    @Test
    void so_is_the_key_of_another_algorithm() throws Exception {
        Path pem = pem(KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate());

        assertThatThrownBy(() -> SigningKey.read(pem))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tripoint.signing.private-key-location names no RSA key");
    }

    /** A rotation publishes a key before it signs with it: it must be the same key then, by its id. */
    @Test
    void what_is_published_beforehand_is_the_key_that_signs_later() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair next = generator.generateKeyPair();
        Path shared = Files.writeString(
                folder.resolve("next.pub.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(next.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");

        RsaJsonWebKey published = SigningKey.readPublic(shared);

        assertThat(published.getKeyId())
                .isEqualTo(SigningKey.read(pem(next.getPrivate())).key().getKeyId());
        assertThat(published.getPrivateKey()).isNull();
        assertThatThrownBy(() -> SigningKey.readPublic(pem(next.getPrivate())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tripoint.signing.also-published-locations names no public RSA key");
    }

    private static PrivateKey rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate();
    }

    private Path pem(PrivateKey key) throws IOException {
        return Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }
}
