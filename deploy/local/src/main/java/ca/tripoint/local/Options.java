package ca.tripoint.local;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * How a system is started.
 *
 * @param ports     where the services listen
 * @param services  those that are started
 * @param detached  the system outlives the JVM that starts it
 * @param temporary the home is deleted at the end
 * @param measured  the JVMs compile as in production, which takes them longer to start
 * @param out       receives the progress
 */
public record Options(
        Repository repository,
        Home home,
        Ports ports,
        Set<Service> services,
        boolean detached,
        boolean temporary,
        boolean measured,
        PrintStream out) {
    private static final Set<Service> ALL = EnumSet.allOf(Service.class);

    /** A system to work with: data that stay. */
    public static Options toWorkWith(Repository repository, Ports ports, boolean detached, PrintStream out) {
        return new Options(repository, repository.home(), ports, ALL, detached, false, true, out);
    }

    /** A system for one story or test: free ports throughout, and a home of its own that is deleted at the end. */
    public static Options passing(Repository repository) {
        return passing(repository, System.out);
    }

    /** The same, with its progress going elsewhere. */
    public static Options passing(Repository repository, PrintStream out) {
        return passing(repository, ALL, false, out);
    }

    /** A passing system of some services, on which speed can be measured. */
    public static Options measuring(Repository repository, Set<Service> services, PrintStream out) {
        return passing(repository, services, true, out);
    }

    private static Options passing(Repository repository, Set<Service> services, boolean measured, PrintStream out) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        Home home = new Home(repository.root().resolve("target").resolve("system-" + unique));
        return new Options(repository, home, Ports.free(), services, false, true, measured, out);
    }

    /** The same, detached, with data that stay. */
    Options outlivingUs() {
        return new Options(repository, home, ports, services, true, false, measured, out);
    }
}
