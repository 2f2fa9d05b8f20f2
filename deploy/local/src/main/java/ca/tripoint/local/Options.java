package ca.tripoint.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * How a system is started.
 *
 * @param usualPorts the services take 8081–8084 instead of free ports
 * @param detached   the system outlives the JVM that starts it
 * @param temporary  the home is deleted at the end
 * @param measured   the JVMs compile as in production, which takes them longer to start
 * @param services   those that are started
 * @param out        receives the progress
 */
public record Options(
        Repository repository,
        Home home,
        boolean usualPorts,
        boolean detached,
        boolean temporary,
        boolean measured,
        Set<Service> services,
        PrintStream out) {
    private static final Set<Service> ALL = Set.of(Service.values());

    public Options {
        services = Set.copyOf(services);
    }

    /** A system to work with: usual ports, data that stay. */
    public static Options toWorkWith(Repository repository, boolean detached) {
        return new Options(repository, repository.home(), true, detached, false, true, ALL, System.out);
    }

    /** A system for one story or test: free ports throughout, and a home of its own that is deleted at the end. */
    public static Options passing(Repository repository) {
        try {
            Path parent = Files.createDirectories(repository.root().resolve("target"));
            Home home = new Home(Files.createTempDirectory(parent, "system-"));
            return new Options(repository, home, false, false, true, false, ALL, System.out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A passing system of some services, on which speed can be measured. */
    public static Options measuring(Repository repository, Set<Service> services) {
        Options passing = passing(repository);
        return new Options(repository, passing.home, false, false, true, true, services, passing.out);
    }
}
