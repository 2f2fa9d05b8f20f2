package ca.tripoint.testkit;

import ca.tripoint.embedded.EmbeddedMail;
import ca.tripoint.embedded.Mailbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real SMTP server for the service under test, beside {@link TripointInfrastructure}. */
public final class MailInfrastructure implements QuarkusTestResourceLifecycleManager {
    private static final String FOLDER = "tripoint.testkit.mail";

    private @Nullable EmbeddedMail mail;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedMail server = EmbeddedMail.temporary();
            mail = server;
            System.setProperty(FOLDER, server.mailbox().folder().toString());
            return Map.of(
                    "quarkus.mailer.mock", "false",
                    "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.port", Integer.toString(server.port()));
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not start SMTP", failed);
        }
    }

    /** What has arrived. */
    public static Mailbox mailbox() {
        return new Mailbox(Path.of(System.getProperty(FOLDER)));
    }

    @Override
    public void stop() {
        if (mail != null) {
            mail.close();
        }
    }
}
