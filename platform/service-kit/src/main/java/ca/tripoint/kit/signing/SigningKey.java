package ca.tripoint.kit.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;

/** A service's RSA key; its {@code kid} is its thumbprint (RFC 7638). */
final class SigningKey {

    private static final int SMALLEST_MODULUS_BITS = 2048;

    private final RsaJsonWebKey key;

    private SigningKey(RsaJsonWebKey key) {
        this.key = key;
    }

    static SigningKey read(Path pemFile) {
        try {
            KeyFactory rsa = NativeRsa.keys();
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(content(pemFile)));
            RsaJsonWebKey key = published((RSAPublicKey)
                    rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent())));
            key.setPrivateKey(secret);
            return new SigningKey(key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("tripoint.signing.private-key-location names no RSA key", unreadable);
        }
    }

    /** The public half of a key that others hold, or will hold. */
    static RsaJsonWebKey readPublic(Path pemFile) {
        try {
            return published((RSAPublicKey) NativeRsa.keys().generatePublic(new X509EncodedKeySpec(content(pemFile))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "tripoint.signing.also-published-locations names no public RSA key", unreadable);
        }
    }

    private static RsaJsonWebKey published(RSAPublicKey shared) {
        if (shared.getModulus().bitLength() < SMALLEST_MODULUS_BITS) {
            throw new IllegalStateException("a signing key has fewer than " + SMALLEST_MODULUS_BITS + " bits");
        }
        RsaJsonWebKey key = new RsaJsonWebKey(shared);
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        return key;
    }

    private static byte[] content(Path pemFile) throws IOException {
        String base64 =
                Files.readString(pemFile).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(base64);
    }

    RsaJsonWebKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "SigningKey[" + key.getKeyId() + "]";
    }
}
