package ca.tripoint.embedded;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An SMTP server on loopback that delivers to a folder: one file per recipient, written before the sender is told that
 * the message is accepted. {@link Mailbox} reads the folder, from this process or another.
 */
public final class EmbeddedMail implements AutoCloseable {
    private final GreenMail server;
    private final Mailbox mailbox;
    private final boolean temporary;

    private EmbeddedMail(GreenMail server, Mailbox mailbox, boolean temporary) {
        this.server = server;
        this.mailbox = mailbox;
        this.temporary = temporary;
    }

    /** A server for tests: free port, messages deleted at the end. */
    public static EmbeddedMail temporary() throws IOException {
        return launch(Files.createTempDirectory("tripoint-mail-"), FreePort.next(), true);
    }

    /** A server that delivers to {@code home}, on the given port. */
    public static EmbeddedMail start(Path home, int port) throws IOException {
        return launch(Files.createDirectories(home), port, false);
    }

    private static EmbeddedMail launch(Path home, int port, boolean temporary) {
        Mailbox mailbox = new Mailbox(home);
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        UserManager users = server.getUserManager();
        GreenMailUser everybody = everybody(users);
        users.setMessageDeliveryHandler((message, recipient) -> {
            deliver(mailbox, message, recipient.getEmail());
            return everybody;
        });
        return new EmbeddedMail(server, mailbox, temporary);
    }

    /** One account for all: it is the folder that tells recipients apart. */
    private static GreenMailUser everybody(UserManager users) {
        try {
            return users.createUser("everybody@tripoint.example", "everybody", "everybody");
        } catch (UserException impossible) {
            throw new IllegalStateException("A new mail server knows an account", impossible);
        }
    }

    private static void deliver(Mailbox mailbox, MovingMessage message, String recipient) throws MessagingException {
        try {
            mailbox.add(message.getMessage(), recipient);
        } catch (IOException full) {
            throw new UncheckedIOException("Could not store a message", full);
        }
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public void close() {
        server.stop();
        if (temporary) {
            Folders.delete(mailbox.folder());
        }
    }

    /** A process of its own: {@code EmbeddedMail <home> <port>}, until it is terminated. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedMail mail = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Standalone.untilTerminated("SMTP on 127.0.0.1:" + mail.port(), mail);
    }
}
