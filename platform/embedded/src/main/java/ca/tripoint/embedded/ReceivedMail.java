package ca.tripoint.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as its recipient sees it.
 *
 * @param recipient the address it was delivered to
 * @param text      the plain text body, empty if there is none
 * @param html      the HTML body, empty if there is none
 * @param file      where the message lies as it came over the wire
 */
public record ReceivedMail(
        String recipient,
        String from,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        Path file) {
    static final String RECIPIENT = "X-Envelope-To";

    public ReceivedMail {
        attachments = List.copyOf(attachments);
    }

    /** A part that is not a body: a file, or a calendar entry. */
    public record Attachment(String name, String contentType, String content) {}

    /** The first attachment of a media type such as {@code text/calendar}. */
    public Optional<Attachment> attachment(String mediaType) {
        return attachments.stream()
                .filter(attachment ->
                        attachment.contentType().toLowerCase(Locale.ROOT).startsWith(mediaType))
                .findFirst();
    }

    static ReceivedMail from(MimeMessage message, Path file) throws MessagingException, IOException {
        Parts parts = new Parts();
        parts.read(message);
        return new ReceivedMail(
                orEmpty(message.getHeader(RECIPIENT, null)),
                message.getFrom() == null ? "" : message.getFrom()[0].toString(),
                orEmpty(message.getSubject()),
                parts.text,
                parts.html,
                parts.attachments,
                file);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static final class Parts {
        private String text = "";
        private String html = "";
        private final List<Attachment> attachments = new ArrayList<>();

        private void read(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
                for (int index = 0; index < multipart.getCount(); index++) {
                    BodyPart child = multipart.getBodyPart(index);
                    read(child);
                }
            } else if (isAttachment(part)) {
                attachments.add(new Attachment(orEmpty(part.getFileName()), part.getContentType(), content(part)));
            } else if (part.isMimeType("text/html")) {
                html = content(part);
            } else {
                text = content(part);
            }
        }

        private static boolean isAttachment(Part part) throws MessagingException {
            return part.getFileName() != null
                    || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                    || !part.isMimeType("text/plain") && !part.isMimeType("text/html");
        }

        private static String content(Part part) throws MessagingException, IOException {
            if (part.isMimeType("text/*") && part.getContent() instanceof String decoded) {
                return decoded;
            }
            try (InputStream raw = part.getInputStream()) {
                return new String(raw.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
