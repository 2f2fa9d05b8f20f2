package ca.tripoint.testkit;

import ca.tripoint.embedded.Folders;
import ca.tripoint.embedded.keys.KeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;

/**
 * The keys of a test run, generated on first use. They lie in files because the service under test reads them from files,
 * as it does in production, and because a Quarkus test sees this class through two class loaders.
 */
final class TestKeys {
    private static final String FOLDER = "tripoint.testkit.keys";

    private TestKeys() {}

    static KeyFiles files() {
        return new KeyFiles(folder());
    }

    static PrivateKey privateKey(String name) {
        return files().rsa(name).getPrivate();
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
}
