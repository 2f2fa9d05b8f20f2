package ca.tripoint.embedded.keys;

import ca.tripoint.embedded.Folders;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** A private folder of keys. Each is generated when it is first asked for and the same ever after. */
public final class KeyFiles {
    private static final Configuration AEAD = AeadConfig2026.get();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RSA_BITS = 2048;
    private static final int SECRET_BYTES = 32;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;

    public KeyFiles(Path folder) {
        this.folder = Folders.secret(folder.toAbsolutePath());
    }

    /** A PKCS#8 PEM file with an RSA key. */
    public Path privateKey(String name) {
        return once(
                name + ".pem",
                () -> pem("PRIVATE KEY", newRsaPair().getPrivate().getEncoded()));
    }

    /** The X.509 PEM file that belongs to {@link #privateKey}. */
    public Path publicKey(String name) {
        return once(
                name + ".pub.pem", () -> pem("PUBLIC KEY", rsa(name).getPublic().getEncoded()));
    }

    /** Both halves of {@link #privateKey}. */
    public KeyPair rsa(String name) {
        String base64 = read(privateKey(name)).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            PublicKey shared = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new KeyPair(shared, key);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("No RSA key: " + privateKey(name), unreadable);
        }
    }

    /** A Tink keyset in clear text with one AES-256-GCM key, standing for the master key of a key service. */
    public Path masterKeyset(String name) {
        return once(name + ".keyset.json", KeyFiles::newKeyset);
    }

    /** 32 random bytes in Base64. */
    public String secret(String name) {
        return read(once(name + ".secret", () -> Base64.getEncoder().encodeToString(random())));
    }

    /** A password of letters and digits. */
    public String password(String name) {
        return read(once(name + ".password", () -> HexFormat.of().formatHex(random())));
    }

    private synchronized Path once(String fileName, Supplier<String> content) {
        Path file = folder.resolve(fileName);
        return Files.exists(file) ? file : Folders.writeSecret(file, content.get());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static KeyPair newRsaPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String newKeyset() {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AEAD, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + kind + "-----\n";
    }
}
