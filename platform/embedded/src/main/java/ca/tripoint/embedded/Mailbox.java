package ca.tripoint.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The messages in a folder, one {@code .eml} file for each recipient, oldest first. */
public final class Mailbox {
    private static final String SUFFIX = ".eml";
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,18})\\" + SUFFIX);

    private final Path folder;

    public Mailbox(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** Everything received so far. */
    public List<ReceivedMail> messages() {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Could not read " + folder, unreadable);
        }
        List<ReceivedMail> messages = new ArrayList<>();
        for (Path file : files) {
            try (InputStream source = Files.newInputStream(file)) {
                messages.add(ReceivedMail.from(new MimeMessage(null, source), file));
            } catch (IOException | MessagingException unreadable) {
                throw new IllegalStateException("Could not read " + file, unreadable);
            }
        }
        return messages;
    }

    /** What one person received, whatever the case of the address. */
    public List<ReceivedMail> messagesTo(String address) {
        return messages().stream()
                .filter(message -> message.recipient().equalsIgnoreCase(address))
                .toList();
    }

    synchronized void add(MimeMessage message, String recipient) throws IOException, MessagingException {
        Path draft = Files.createTempFile(folder, "incoming-", null);
        try (OutputStream target = Files.newOutputStream(draft)) {
            target.write((ReceivedMail.RECIPIENT + ": " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
            message.writeTo(target);
        }
        Files.move(
                draft, folder.resolve("%06d%s".formatted(highestNumber() + 1, SUFFIX)), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Counting the files would not do: somebody may have deleted some. */
    private long highestNumber() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(file -> NUMBERED.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max()
                    .orElse(0);
        }
    }
}
