package ca.tripoint.local;

import ca.tripoint.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The folder in which a system keeps all it has: data, keys, logs and what is needed to start each part again. */
public record Home(Path folder) {
    private static final List<String> WHAT_IS_LOST_BY_STARTING_FRESH =
            List.of("postgres", "kafka", "mail", "logs", "run");

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Creates the folders that are missing. */
    Home prepared() {
        try {
            Folders.secret(folder);
            for (Path each : List.of(logs(), run(), mail())) {
                Files.createDirectories(each);
            }
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not prepare " + folder, failed);
        }
    }

    /** Forgets all data, but not the keys: tokens given out remain valid. */
    void empty() {
        WHAT_IS_LOST_BY_STARTING_FRESH.forEach(name -> Folders.delete(folder.resolve(name)));
    }

    /** Forgets all but the logs, which somebody will want to read. */
    void keepOnlyLogs() {
        keepLogOfServer();
        for (Path each : List.of(postgres(), kafka(), mail(), keys(), run(), programs())) {
            Folders.delete(each);
        }
    }

    /** PostgreSQL writes beside its data. */
    private void keepLogOfServer() {
        Path log = postgres().resolve("postgres.log");
        try {
            if (Files.exists(log)) {
                Files.move(log, logs().resolve("postgres-server.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not keep " + log, failed);
        }
    }

    Path keys() {
        return folder.resolve("keys");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** A start script, an environment file and a process id for each part. */
    Path run() {
        return folder.resolve("run");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path mail() {
        return folder.resolve("mail");
    }

    /** The programs of a system that must not notice a rebuild. */
    Path programs() {
        return folder.resolve("programs");
    }

    public Path state() {
        return folder.resolve("state.json");
    }
}
