package ca.tripoint.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.embedded.EmbeddedMail;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.ext.mail.MailClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailSubmissionTest {

    private static final int WORKERS = 4;
    private static final int EACH = 100;

    /** Without the one event loop, some twenty of these are never answered. */
    @Test
    void every_message_of_workers_that_send_at_once_is_accepted() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (EmbeddedMail mail = EmbeddedMail.temporary();
                ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            MailConfig connections = new MailConfig()
                    .setHostname("127.0.0.1")
                    .setPort(mail.port())
                    // Each message greets the server anew.
                    .setKeepAlive(false);
            MailClient client = MailClient.createShared(new io.vertx.mutiny.core.Vertx(vertx), connections);
            MailSubmission submission =
                    new MailSubmission(client, vertx, TestDeliveryConfig.with(Map.of("patience", "5s")));

            // Alone: two threads may not start Mutiny's context propagation at once. Quarkus does it before any worker
            // begins.
            submission.submit(message());

            List<Future<?>> sent = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                sent.add(
                        workers.submit(() -> IntStream.range(0, EACH).forEach(number -> submission.submit(message()))));
            }
            for (Future<?> one : sent) {
                one.get();
            }

            assertThat(mail.mailbox().messages()).hasSize(1 + WORKERS * EACH);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static MailMessage message() {
        return new MailMessage("no-reply@tripoint.example", "anne@example.ca", "Hello", "Good morning");
    }
}
