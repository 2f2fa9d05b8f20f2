package ca.tripoint.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Take what is due and send it, one at a time each: woken after a commit in this replica, looking by themselves for what another
 * left or what has come due again. They go on whatever happens to one message; should one of them end all the same, the replica is not
 * alive any more.
 */
@Liveness
@ApplicationScoped
class DeliveryWorkers implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);

    private final Deliveries deliveries;
    private final Postman postman;
    private final DeliveryConfig config;
    private final Semaphore wakeUps = new Semaphore(0);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean running = true;

    DeliveryWorkers(Deliveries deliveries, Postman postman, DeliveryConfig config) {
        this.deliveries = deliveries;
        this.postman = postman;
        this.config = config;
    }

    void start(@Observes StartupEvent startup) {
        for (int number = 1; number <= config.workers(); number++) {
            threads.add(
                    Thread.ofPlatform().name("delivery-" + number).daemon(true).start(this::work));
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deliveries.Due due) {
        wakeUps.release();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        running = false;
        wakeUps.release(config.workers());
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
            }
        }
    }

    private void work() {
        while (running) {
            try {
                Optional<Parcel> parcel = deliveries.claim();
                if (parcel.isPresent()) {
                    postman.deliver(parcel.get());
                } else {
                    await();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                if (running) {
                    LOG.warn("messages wait: the worker pauses and tries again", failure);
                    pause();
                }
            } catch (Error broken) {
                LOG.error("messages wait: something is broken, the worker pauses and tries again", broken);
                pause();
            }
        }
    }

    @Override
    public HealthCheckResponse call() {
        long alive = threads.stream().filter(Thread::isAlive).count();
        return HealthCheckResponse.named("message delivery")
                .withData("workers", alive)
                .status(!running || alive == config.workers())
                .build();
    }

    private void await() throws InterruptedException {
        if (wakeUps.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.trace("woken");
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(config.poll().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
