package ca.tripoint.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked once per archive into the user's cache. Unpacking goes to a folder of
 * its own that is then renamed, so that two builds may do it at the same time.
 */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}. */
    static synchronized Path unpacked() throws IOException {
        byte[] archive;
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine())) {
            archive = packed.readAllBytes();
        }
        Path home = cache().resolve("postgres-" + digest(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(cache());
        Path workspace = Files.createTempDirectory(cache(), "unpacking-");
        unpack(archive, workspace);
        try {
            Files.move(workspace, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException maybeAnotherWasFaster) {
            Folders.delete(workspace);
            if (!Files.isDirectory(home)) {
                throw maybeAnotherWasFaster;
            }
        }
        return home;
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                write(entry, tar, path);
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            try {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } catch (FileAlreadyExistsException twiceInArchive) {
                return;
            }
            return;
        }
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException("Could not make executable: " + path);
        }
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        Path caches = configured == null || configured.isBlank() ? home.resolve(".cache") : Path.of(configured);
        return writable(caches)
                ? caches.resolve("tripoint")
                : Path.of(System.getProperty("java.io.tmpdir"), "tripoint-" + System.getProperty("user.name"));
    }

    private static boolean writable(Path folder) {
        return Stream.iterate(folder, path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .map(Files::isWritable)
                .orElse(false);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static String digest(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
