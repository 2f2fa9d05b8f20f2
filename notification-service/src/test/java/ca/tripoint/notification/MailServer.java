package ca.tripoint.notification;

import ca.tripoint.embedded.EmbeddedMail;
import ca.tripoint.embedded.FreePort;
import ca.tripoint.embedded.Mailbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server that tests may stop and start again. The resource only tells the service where it is; the server itself
 * is started by the tests.
 */
public final class MailServer implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "tripoint.notification.test.mail-port";
    private static final String FOLDER = "tripoint.notification.test.mail-folder";

    private static @Nullable EmbeddedMail server;

    @Override
    public Map<String, String> start() {
        try {
            System.setProperty(PORT, Integer.toString(FreePort.next()));
            Path target = Files.createDirectories(Path.of("target")).toAbsolutePath();
            System.setProperty(
                    FOLDER, Files.createTempDirectory(target, "mail-").toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Map.of(
                "tripoint.delivery.server.host", "127.0.0.1",
                "tripoint.delivery.server.port", System.getProperty(PORT),
                "tripoint.delivery.server.start-tls", "DISABLED",
                "tripoint.delivery.sender", "Tripoint <no-reply@tripoint.example>",
                // Four notices fill a page and a fifth turns it.
                "tripoint.inbox.page", "4",
                // Two attempts more, and a safety message is given up.
                "tripoint.delivery.urgent-retries", "10s,30s",
                // The tests' clock stands still; workers look for what has come due by itself.
                "tripoint.delivery.poll", "100ms");
    }

    static synchronized void up() {
        if (server == null) {
            try {
                server = EmbeddedMail.start(Path.of(System.getProperty(FOLDER)), Integer.getInteger(PORT));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    static synchronized void down() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    static Mailbox mailbox() {
        return new Mailbox(Path.of(System.getProperty(FOLDER)));
    }

    @Override
    public void stop() {
        down();
    }
}
