package ca.tripoint.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Submits messages to the mail server (RFC 6409), any number at once.
 *
 * <p>Every connection lives on one event loop. Left to the threads that send, the client may open a connection for one of them on the
 * event loop of another; then it can begin to listen only after the server's greeting has come and gone, and waits for it until
 * patience ends. A connection serves one message and is closed when the server says nothing: of those that a server has left hanging
 * the client would keep ten, and then open no other, though the server is back.
 */
@ApplicationScoped
class MailSubmission {

    private final MailClient client;
    private final Context eventLoop;
    private final Duration patience;

    MailSubmission(Vertx vertx, DeliveryConfig config) {
        this.client = MailClient.create(vertx, connections(config));
        this.eventLoop = vertx.getOrCreateContext();
        this.patience = config.patience();
    }

    private static MailConfig connections(DeliveryConfig config) {
        int patience = Math.toIntExact(config.patience().toMillis());
        MailConfig connections = new MailConfig()
                .setHostname(config.server().host())
                .setPort(config.server().port())
                .setStarttls(config.server().startTls())
                .setKeepAlive(false);
        config.server().username().ifPresent(connections::setUsername);
        config.server().password().ifPresent(connections::setPassword);
        connections.setConnectTimeout(patience);
        connections.setIdleTimeout(patience).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return connections;
    }

    /**
     * Returns once the server has accepted the message.
     *
     * @throws RuntimeException if it did not, or did not answer within {@link DeliveryConfig#patience}
     */
    void submit(MailMessage message) {
        CompletableFuture<MailResult> answer = new CompletableFuture<>();
        eventLoop.runOnContext(onEventLoop ->
                client.sendMail(message).onSuccess(answer::complete).onFailure(answer::completeExceptionally));
        answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    void close(@Observes ShutdownEvent shutdown) {
        client.close();
    }
}
