package ca.tripoint.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryWorkersTest {

    private final DeliveryConfig config = TestDeliveryConfig.with(Map.of("poll", "100ms", "workers", "1"));
    private final BrokenMailRoom deliveries = new BrokenMailRoom();
    private final DeliveryWorkers workers =
            new DeliveryWorkers(deliveries, new Postman(deliveries, null, null, null), config);

    @AfterEach
    void stop() throws InterruptedException {
        workers.stop(new ShutdownEvent());
    }

    @Test
    void a_worker_goes_on_after_an_error() {
        workers.start(new StartupEvent());

        await().until(() -> deliveries.looks.get() >= 3);

        assertThat(workers.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_replica_whose_worker_has_ended_is_not_alive() {
        deliveries.interrupts = true;

        workers.start(new StartupEvent());

        await().untilAsserted(() -> assertThat(workers.call().getStatus()).isEqualTo(Status.DOWN));
    }

    private final class BrokenMailRoom extends Deliveries {

        private final AtomicInteger looks = new AtomicInteger();
        private volatile boolean interrupts;

        BrokenMailRoom() {
            super(null, null, null, config, new SimpleMeterRegistry(), null, null);
        }

        @Override
        Optional<Parcel> claim() {
            looks.incrementAndGet();
            if (interrupts) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            throw new NoClassDefFoundError("a library is broken");
        }
    }
}
