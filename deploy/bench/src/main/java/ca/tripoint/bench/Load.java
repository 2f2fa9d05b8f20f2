package ca.tripoint.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Some clients who each send their next request when the last one is answered (a closed loop). */
public final class Load {
    private static final int DIGITS = 3;

    private final int clients;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Load(int clients) {
        this.clients = clients;
    }

    /** What came of a round; latencies in microseconds. */
    public record Round(Histogram latencies, Duration elapsed) {
        public double perSecond() {
            return latencies.getTotalCount() * 1e9 / elapsed.toNanos();
        }
    }

    /** Sends for so long; an answer other than 201 ends the benchmark, for then it measures something else. */
    public Round run(Duration duration, Supplier<HttpRequest> next) {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Histogram>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(client(end, next)));
            }
            Histogram all = new Histogram(DIGITS);
            for (Future<Histogram> each : running) {
                all.add(each.get());
            }
            return new Round(all, Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a client gave up", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Callable<Histogram> client(long end, Supplier<HttpRequest> next) {
        return () -> {
            Histogram latencies = new Histogram(DIGITS);
            for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
                send(next.get());
                latencies.recordValue((System.nanoTime() - before) / 1_000);
            }
            return latencies;
        };
    }

    private void send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(request.uri().getPath() + " answered " + answer.statusCode());
        }
    }
}
