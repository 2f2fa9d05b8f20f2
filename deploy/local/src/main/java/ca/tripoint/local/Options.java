package ca.tripoint.local;

import java.io.PrintStream;
import java.util.UUID;

/**
 * How a system is started.
 *
 * @param ports     where the services listen
 * @param detached  the system outlives the JVM that starts it
 * @param temporary the home is deleted at the end
 * @param out       receives the progress
 */
public record Options(
        Repository repository, Home home, Ports ports, boolean detached, boolean temporary, PrintStream out) {

    /** A system to work with: data that stay. */
    public static Options toWorkWith(Repository repository, Ports ports, boolean detached, PrintStream out) {
        return new Options(repository, repository.home(), ports, detached, false, out);
    }

    /** A system for one story or test: free ports throughout, and a home of its own that is deleted at the end. */
    public static Options passing(Repository repository) {
        return passing(repository, System.out);
    }

    /** The same, with its progress going elsewhere. */
    public static Options passing(Repository repository, PrintStream out) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        Home home = new Home(repository.root().resolve("target").resolve("system-" + unique));
        return new Options(repository, home, Ports.free(), false, true, out);
    }
}
