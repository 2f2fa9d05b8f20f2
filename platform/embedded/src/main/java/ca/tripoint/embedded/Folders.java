package ca.tripoint.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders and private files of the embedded servers. */
public final class Folders {
    private Folders() {}

    /** Deletes a folder with everything in it; nothing happens if there is none. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not delete " + folder, failed);
        }
    }

    /** Creates the folder, readable for its owner only. */
    public static Path secret(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not create " + folder, failed);
        }
    }

    /** Writes a file that only its owner can read; whoever reads it sees the old text or the new, never a half. */
    public static Path writeSecret(Path file, String text) {
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".draft-", null);
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not write " + file, failed);
        }
    }
}
