package ca.tripoint.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private static final Duration SOON = Duration.ofMillis(200);

    @Test
    void not_even_an_error_ends_the_relay() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        OutboxRelay relay = relay(() -> {
            tries.incrementAndGet();
            throw new NoClassDefFoundError("half a deployment");
        });

        relay.start(new StartupEvent());
        try {
            await().until(() -> tries.get() > 2);
            assertThat(relay.isAtWork()).isTrue();
        } finally {
            relay.stop(new ShutdownEvent());
        }
        await().until(() -> !relay.isAtWork());
    }

    @Test
    void a_relay_that_hangs_is_noticed() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        OutboxRelay relay = relay(() -> {
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("at last");
        });

        relay.start(new StartupEvent());
        try {
            assertThat(relay.isAtWork()).isTrue();
            await().until(() -> !relay.isAtWork());
        } finally {
            released.countDown();
            relay.stop(new ShutdownEvent());
        }
    }

    @Test
    void a_relay_that_was_never_started_is_not_at_work() {
        assertThat(relay(() -> null).isAtWork()).isFalse();
    }

    private static OutboxRelay relay(Supplier<Connection> connections) {
        OutboxConfig config = new Fast();
        DataSource database = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connections.get());
        return new OutboxRelay(database, new EventProducer(config), config);
    }

    private record Fast() implements OutboxConfig {

        @Override
        public String bootstrapServers() {
            return "localhost:1";
        }

        @Override
        public String service() {
            return "kit-service";
        }

        @Override
        public int batch() {
            return 1;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration pace() {
            return Duration.ZERO;
        }

        @Override
        public Duration standby() {
            return Duration.ofMillis(10);
        }

        @Override
        public Duration pauseAfterFailure() {
            return Duration.ofMillis(10);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration stuckAfter() {
            return SOON;
        }
    }
}
