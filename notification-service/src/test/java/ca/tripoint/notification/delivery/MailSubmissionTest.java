package ca.tripoint.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.tripoint.embedded.EmbeddedMail;
import ca.tripoint.embedded.FreePort;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSubmissionTest {

    private static final int WORKERS = 4;
    private static final int EACH = 100;
    /** More than the connections that the client opens at once. */
    private static final int LEFT_HANGING = 12;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Without the one event loop, some twenty of these are never answered. */
    @Test
    void every_message_of_workers_that_send_at_once_is_accepted() throws Exception {
        try (EmbeddedMail mail = EmbeddedMail.temporary();
                ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            MailSubmission submission = submissionTo(mail.port(), "5s");

            List<Future<?>> sent = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                sent.add(
                        workers.submit(() -> IntStream.range(0, EACH).forEach(number -> submission.submit(message()))));
            }
            for (Future<?> one : sent) {
                one.get();
            }

            assertThat(mail.mailbox().messages()).hasSize(WORKERS * EACH);
        }
    }

    @Test
    void a_server_that_left_messages_hanging_gets_the_next_when_it_is_back(@TempDir Path folder) throws IOException {
        int port = FreePort.next();
        MailSubmission submission = submissionTo(port, "200ms");
        List<Socket> silent = new ArrayList<>();
        try (ServerSocket hanging = new ServerSocket(port, LEFT_HANGING, InetAddress.getLoopbackAddress())) {
            hanging.setSoTimeout(5_000);
            for (int message = 0; message < LEFT_HANGING; message++) {
                assertThatThrownBy(() -> submission.submit(message())).hasRootCauseInstanceOf(TimeoutException.class);
                silent.add(hanging.accept());
            }
        }

        try (EmbeddedMail back = EmbeddedMail.start(folder, port)) {
            await().ignoreExceptions().untilAsserted(() -> {
                submission.submit(message());
                assertThat(back.mailbox().messages()).isNotEmpty();
            });
        } finally {
            for (Socket each : silent) {
                each.close();
            }
        }
    }

    private MailSubmission submissionTo(int port, String patience) {
        return new MailSubmission(
                vertx,
                TestDeliveryConfig.with(Map.of(
                        "server.port", Integer.toString(port), "server.start-tls", "DISABLED", "patience", patience)));
    }

    private static MailMessage message() {
        return new MailMessage("no-reply@tripoint.example", "anne@example.ca", "Hello", "Good morning");
    }
}
