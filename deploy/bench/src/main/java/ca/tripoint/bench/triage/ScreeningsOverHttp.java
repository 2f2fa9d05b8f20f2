package ca.tripoint.bench.triage;

import ca.tripoint.bench.Floor;
import ca.tripoint.bench.Load;
import ca.tripoint.bench.Load.Round;
import ca.tripoint.bench.Pace;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Options;
import ca.tripoint.local.Repository;
import ca.tripoint.local.Service;
import ca.tripoint.triage.ruleset.Outcome;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One-shot screenings over HTTP, against a bare endpoint of the same stack that stores one row of the same size: same machine,
 * same PostgreSQL server, same clients, in turn. A screening is checked, decided, planned, explained, sealed, signed and told to Kafka.
 */
final class ScreeningsOverHttp {
    private static final int CLIENTS = 8;
    /** Each screens with the answers of one outcome; in a thorough run some of them come back. */
    private static final int PEOPLE = 5_000;

    private final Pace pace;
    private final PrintStream out;
    private final Load load = new Load(CLIENTS);

    ScreeningsOverHttp(Pace pace, PrintStream out) {
        this.pace = pace;
        this.out = out;
    }

    void run() throws SQLException {
        Options options = Options.measuring(Repository.here(), Set.of(Service.TRIAGE), out);
        try (LocalSystem system = LocalSystem.start(options);
                Floor floor = Floor.start(system)) {
            compare(system, floor, "every outcome in turn", AnswerSets.OUTCOMES);
            compare(system, floor, "PROCEED alone, each with a plan and a signed clearance", List.of(Outcome.PROCEED));
        }
    }

    private static List<String> people(LocalSystem system) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(person -> system.tokens().client(UUID.randomUUID()))
                .toList();
    }

    /** Among people of its own: whoever had a warning sign before would not come to PROCEED again. */
    private void compare(LocalSystem system, Floor floor, String title, List<Outcome> outcomes) throws SQLException {
        List<String> tokens = people(system);
        URI url = system.url(Service.TRIAGE).resolve("/v1/screenings");
        Supplier<HttpRequest> screenings = requests(url, tokens, outcomes);
        load.run(pace.warmUp(), screenings);
        long bytes = sizeOfScreening(system);
        Supplier<HttpRequest> rows = requests(floor.rowOf(bytes), tokens, outcomes);
        load.run(pace.warmUp(), rows);

        List<Round> ours = new ArrayList<>();
        List<Round> bare = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < pace.rounds(); round++) {
            writeBack(system);
            bare.add(load.run(pace.round(), rows));
            writeBack(system);
            ours.add(load.run(pace.round(), screenings));
            ratios.add(ours.getLast().perSecond() / bare.getLast().perSecond());
        }
        out.printf(Locale.ROOT, "%nPOST /screenings, one-shot, %d clients: %s%n", CLIENTS, title);
        tell("bare endpoint, one row of " + bytes + " bytes", bare);
        tell("POST /screenings", ours);
        List<Double> sorted = ratios.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "  ratio %.2f (median of %d pairs, %.2f to %.2f); target ≥ 0.60%n",
                sorted.get(sorted.size() / 2),
                sorted.size(),
                sorted.getFirst(),
                sorted.getLast());
    }

    /** What one side has written goes to disk before the other's turn: neither pays for both. */
    private static void writeBack(LocalSystem system) throws SQLException {
        try (Connection connection = system.administration().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    private void tell(String what, List<Round> rounds) {
        Round median = rounds.stream()
                .sorted((one, other) -> Double.compare(one.perSecond(), other.perSecond()))
                .toList()
                .get(rounds.size() / 2);
        out.printf(
                Locale.ROOT,
                "  %-40s %7.0f /s   p50 %5.1f ms   p99 %5.1f ms%n",
                what,
                median.perSecond(),
                median.latencies().getValueAtPercentile(50) / 1e3,
                median.latencies().getValueAtPercentile(99) / 1e3);
    }

    private static long sizeOfScreening(LocalSystem system) throws SQLException {
        try (Connection connection = system.database(Service.TRIAGE).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT avg(octet_length(content))::bigint FROM screening")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Supplier<HttpRequest> requests(URI url, List<String> tokens, List<Outcome> outcomes) {
        List<String> bodies = outcomes.stream().map(ScreeningsOverHttp::body).toList();
        AtomicInteger turn = new AtomicInteger();
        return () -> {
            int person = Math.floorMod(turn.getAndIncrement(), tokens.size());
            return HttpRequest.newBuilder(url)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + tokens.get(person))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(bodies.get(person % bodies.size())))
                    .build();
        };
    }

    private static String body(Outcome outcome) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("answers", AnswerSets.json(outcome));
        body.putObject("consent").put("healthIntake", "v1");
        return body.put("submit", true).toString();
    }
}
