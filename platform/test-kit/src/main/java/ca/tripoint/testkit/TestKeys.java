package ca.tripoint.testkit;

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
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The keys of a test run, generated on first use into a private folder. They lie in files because the service under test
 * reads them from files, as it does in production, and because a Quarkus test sees this class through two class loaders.
 */
public final class TestKeys {
    private static final String FOLDER = "tripoint.testkit.keys";
    private static final Configuration AEAD = AeadConfig2026.get();
    private static final int RSA_BITS = 2048;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private TestKeys() {}

    /** The key of the authority that signs people's tokens. */
    static KeyPair authority() {
        return rsa("authority");
    }

    /** The RSA pair of that name, always the same within a run. */
    static synchronized KeyPair rsa(String name) {
        Path file = privateKeyFile(name);
        try {
            String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            PublicKey shared = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new KeyPair(shared, key);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Could not read " + file, impossible);
        }
    }

    /** A PKCS#8 PEM file. */
    static synchronized Path privateKeyFile(String name) {
        Path file = folder().resolve(name + ".pem");
        if (!Files.exists(file)) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                Folders.writeSecret(
                        file,
                        pem(
                                "PRIVATE KEY",
                                generator.generateKeyPair().getPrivate().getEncoded()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return file;
    }

    /** An X.509 PEM file. */
    static Path publicKeyFile(String name) {
        return Folders.writeSecret(
                folder().resolve(name + ".pub.pem"),
                pem("PUBLIC KEY", rsa(name).getPublic().getEncoded()));
    }

    /** A Tink keyset in clear text with one AES-256-GCM key, standing for the master key of a key service. */
    static synchronized Path masterKeysetFile() {
        Path file = folder().resolve("master-keyset.json");
        if (!Files.exists(file)) {
            try {
                KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD);
                Folders.writeSecret(
                        file, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AEAD, InsecureSecretKeyAccess.get()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return file;
    }

    /** 32 random bytes in Base64. */
    static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static synchronized Path folder() {
        String known = System.getProperty(FOLDER);
        if (known != null) {
            return Path.of(known);
        }
        try {
            Path target = Path.of("target").toAbsolutePath();
            Path parent = Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir"));
            Path folder = Files.createTempDirectory(parent, "test-keys-");
            System.setProperty(FOLDER, folder.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder), "forget test keys"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + kind + "-----\n";
    }
}
