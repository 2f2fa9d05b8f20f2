package ca.tripoint.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EmbeddedMailTest {

    @Test
    void a_message_sent_over_smtp_is_readable_as_soon_as_it_is_accepted() throws Exception {
        try (EmbeddedMail mail = EmbeddedMail.temporary()) {
            Session session = session(mail);
            MimeBodyPart text = new MimeBodyPart();
            text.setText("À demain, 10 h", "UTF-8");
            MimeBodyPart calendar = new MimeBodyPart();
            calendar.setContent("BEGIN:VCALENDAR", "text/calendar; charset=UTF-8; method=REQUEST");
            calendar.setFileName("visite.ics");
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress("bonjour@tripoint.ca"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("Anne@example.ca"));
            message.setSubject("Votre rendez-vous est confirmé", "UTF-8");
            message.setContent(new MimeMultipart(text, calendar));

            Transport.send(message);

            assertThat(mail.mailbox().messagesTo("anne@example.ca"))
                    .singleElement()
                    .satisfies(received -> {
                        assertThat(received.from()).isEqualTo("bonjour@tripoint.ca");
                        assertThat(received.subject()).isEqualTo("Votre rendez-vous est confirmé");
                        assertThat(received.text().strip()).isEqualTo("À demain, 10 h");
                        assertThat(received.attachment("text/calendar")).hasValueSatisfying(attached -> {
                            assertThat(attached.name()).isEqualTo("visite.ics");
                            assertThat(attached.content()).startsWith("BEGIN:VCALENDAR");
                        });
                    });
        }
    }

    @Test
    void a_message_that_comes_after_another_was_deleted_overwrites_none() throws Exception {
        try (EmbeddedMail mail = EmbeddedMail.temporary()) {
            Session session = session(mail);
            send(session, "first");
            send(session, "second");
            Files.delete(mail.mailbox().messages().getFirst().file());

            send(session, "third");

            assertThat(mail.mailbox().messages())
                    .extracting(ReceivedMail::subject)
                    .containsExactly("second", "third");
        }
    }

    private static void send(Session session, String subject) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("bonjour@tripoint.ca"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("anne@example.ca"));
        message.setSubject(subject, "UTF-8");
        message.setText("…", "UTF-8");
        Transport.send(message);
    }

    private static Session session(EmbeddedMail mail) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        return Session.getInstance(settings);
    }
}
