package ca.tripoint.local.command;

import ca.tripoint.local.Ports;
import ca.tripoint.local.Repository;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Gives commands as the {@code dev} script does, and hears what they print. */
final class Session {
    private final Repository repository;
    private final Ports ports = Ports.free();

    Session(Repository repository) {
        this.repository = repository;
    }

    /** What a command printed, complaints included. */
    record Said(int code, String output) {
        String lastLine() {
            return output.lines().reduce("", (before, line) -> line);
        }
    }

    Ports ports() {
        return ports;
    }

    Said dev(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            int code = Dev.in(new Setting(repository, ports, out))
                    .setErr(new PrintWriter(out, true, StandardCharsets.UTF_8))
                    .execute(arguments);
            return new Said(code, printed.toString(StandardCharsets.UTF_8));
        }
    }
}
