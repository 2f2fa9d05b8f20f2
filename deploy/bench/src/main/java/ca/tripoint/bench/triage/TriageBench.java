package ca.tripoint.bench.triage;

import ca.tripoint.bench.Pace;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code ./dev bench triage}: how fast triage decides. */
public final class TriageBench {
    private final Pace pace;
    private final PrintStream out;

    public TriageBench(Pace pace, PrintStream out) {
        this.pace = pace;
        this.out = out;
    }

    public void run() throws Exception {
        engine();
        new ScreeningsOverHttp(pace, out).run();
    }

    private void engine() throws RunnerException {
        out.println("Deciding whole forms in one thread, one of each outcome in turn (JMH) …");
        TimeValue round = TimeValue.milliseconds(pace.round().toMillis());
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(EngineBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(pace.rounds())
                        .warmupTime(round)
                        .measurementIterations(pace.rounds())
                        .measurementTime(round)
                        .jvmArgsAppend("-Dtripoint.root=" + System.getProperty("tripoint.root", ""))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, Double> perSecond = results.stream()
                .collect(Collectors.toMap(
                        result -> result.getPrimaryResult().getLabel(),
                        result -> result.getPrimaryResult().getScore()));
        double engine = perSecond.getOrDefault("engine", Double.NaN);
        double dmn = perSecond.getOrDefault("dmn", Double.NaN);
        tell("engine: decision, reasons, next questions", engine);
        tell("the same rules in DMN (kie-dmn-core): outcome alone", dmn);
        out.printf(Locale.ROOT, "  ratio %.0f times faster; target ≥ 20%n", engine / dmn);
    }

    private void tell(String what, double perSecond) {
        out.printf(Locale.ROOT, "  %-54s %9.0f /s   %7.1f µs each%n", what, perSecond, 1e6 / perSecond);
    }
}
