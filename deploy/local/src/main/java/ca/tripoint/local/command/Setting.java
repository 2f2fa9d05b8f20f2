package ca.tripoint.local.command;

import ca.tripoint.local.Ports;
import ca.tripoint.local.Repository;
import java.io.PrintStream;

/**
 * Where the commands are given.
 *
 * @param ports where {@code up} has the services listen
 * @param out   what they print goes there
 */
record Setting(Repository repository, Ports ports, PrintStream out) {

    static Setting here() {
        return new Setting(Repository.here(), Ports.usual(), System.out);
    }
}
