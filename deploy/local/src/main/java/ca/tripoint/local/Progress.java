package ca.tripoint.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Says what has become ready, and waits no longer than a deadline for the rest. */
final class Progress {
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LAST_WORDS = 15;

    private final PrintStream out;
    private final long begin = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void await(String what, Part part, BooleanSupplier ready) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!ready.getAsBoolean()) {
            if (part.hasEnded()) {
                throw new Refused(what + " has ended instead of starting." + lastWords(part.log()));
            }
            if (System.nanoTime() > deadline) {
                throw new Refused(
                        what + " is not ready after " + DEADLINE.toMinutes() + " minutes." + lastWords(part.log()));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.printf(Locale.ROOT, "  ✓ %-22s %5.1f s%n", what, seconds);
    }

    private static String lastWords(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size());
            return "\n  Log: " + log + "\n    " + String.join("\n    ", last);
        } catch (IOException unreadable) {
            return "\n  Log: " + log + " (" + unreadable.getMessage() + ")";
        }
    }
}
