package ca.tripoint.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a system is started.
 *
 * @param usualPorts the services take 8081–8084 instead of free ports
 * @param detached   the system outlives the JVM that starts it
 * @param temporary  the home is deleted at the end
 * @param out        receives the progress
 */
public record Options(
        Repository repository, Home home, boolean usualPorts, boolean detached, boolean temporary, PrintStream out) {

    /** A system to work with: usual ports, data that stay. */
    public static Options toWorkWith(Repository repository, boolean detached) {
        return new Options(repository, repository.home(), true, detached, false, System.out);
    }

    /** A system for one story or test: free ports throughout, and a home of its own that is deleted at the end. */
    public static Options passing(Repository repository) {
        try {
            Path parent = Files.createDirectories(repository.root().resolve("target"));
            Home home = new Home(Files.createTempDirectory(parent, "system-"));
            return new Options(repository, home, false, false, true, System.out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
