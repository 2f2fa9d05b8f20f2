package ca.tripoint.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Everybody waits at the gate and runs at the same moment. */
public final class Race {

    /** For a machine that is busy with much else. */
    private static final long PATIENCE_SECONDS = 180;

    private Race() {}

    public static <T> List<T> of(List<Callable<T>> runners) {
        CountDownLatch ready = new CountDownLatch(runners.size());
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> runner : runners) {
                running.add(lanes.submit(() -> {
                    ready.countDown();
                    gate.await();
                    return runner.call();
                }));
            }
            ready.await();
            gate.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException | TimeoutException fell) {
            throw new AssertionError("a runner did not arrive", fell);
        }
    }
}
