package ca.tripoint.notification.delivery;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Submits messages to the mail server (RFC 6409), any number at once.
 *
 * <p>Every connection lives on one event loop. Left to the threads that send, the client may open a connection for one of them on the
 * event loop of another; then it can begin to listen only after the server's greeting has come and gone, and waits for it until
 * patience ends.
 */
@ApplicationScoped
class MailSubmission {

    private final MailClient server;
    private final Context eventLoop;
    private final DeliveryConfig config;

    MailSubmission(MailClient server, Vertx vertx, DeliveryConfig config) {
        this.server = server;
        this.eventLoop = vertx.getOrCreateContext();
        this.config = config;
    }

    /**
     * Returns once the server has accepted the message.
     *
     * @throws RuntimeException if it did not, or did not answer within {@link DeliveryConfig#patience}
     */
    void submit(MailMessage message) {
        server.sendMail(message)
                .runSubscriptionOn(submission -> eventLoop.runOnContext(onEventLoop -> submission.run()))
                .await()
                .atMost(config.patience());
    }
}
