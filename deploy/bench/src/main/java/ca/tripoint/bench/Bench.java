package ca.tripoint.bench;

import ca.tripoint.bench.triage.TriageBench;
import java.util.List;

/** The entry of {@code ./dev bench NAME [--quick]}. */
public final class Bench {
    private static final String USAGE = "./dev bench triage [--quick]";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        List<String> names =
                given.stream().filter(word -> !word.equals("--quick")).toList();
        if (!names.isEmpty() && !names.equals(List.of("triage"))) {
            System.err.println("No such benchmark. " + USAGE);
            System.exit(2);
        }
        new TriageBench(given.contains("--quick") ? Pace.QUICK : Pace.THOROUGH, System.out).run();
    }
}
