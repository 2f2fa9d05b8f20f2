package ca.tripoint.notification.delivery;

import ca.tripoint.notification.calendar.CalendarEntry;
import ca.tripoint.notification.calendar.CalendarFile;
import ca.tripoint.notification.contact.Contact;
import ca.tripoint.notification.notice.Notice;
import ca.tripoint.notification.notice.NoticeWords;
import ca.tripoint.notification.notice.Visit;
import ca.tripoint.notification.wording.Language;
import ca.tripoint.notification.wording.Wording;
import ca.tripoint.notification.wording.Words;
import io.quarkus.qute.Engine;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Writes the e-mail for a notice: plain text and HTML with the same words, and the calendar file where there is a visit to show. */
@ApplicationScoped
class Letters {

    private static final String FRAME = "letter";

    private final NoticeWords notices;
    private final Wording wording;
    private final Engine engine;
    private final DeliveryConfig config;

    Letters(NoticeWords notices, Wording wording, Engine engine, DeliveryConfig config) {
        this.notices = notices;
        this.wording = wording;
        this.engine = engine;
        this.config = config;
    }

    MailMessage write(Parcel parcel, Contact reader) {
        Language language = reader.language();
        Words words = notices.of(parcel.notice(), language);
        MailMessage mail = new MailMessage()
                .setFrom(config.sender())
                .setTo(reader.email())
                .setSubject(words.title())
                .setText(render("email/letter.txt", words, reader))
                .setHtml(render("email/letter.html", words, reader))
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        // The same at every attempt: whoever gets it twice can see so.
                        .add("Message-ID", "<" + parcel.deliveryId() + "@tripoint.ca>")
                        .add("Content-Language", language.tag())
                        .add("Auto-Submitted", "auto-generated"));
        calendarFile(parcel.notice(), language).ifPresent(file -> mail.setAttachment(attachment(file, language)));
        return mail;
    }

    private MailAttachment attachment(CalendarFile file, Language language) {
        return MailAttachment.create()
                .setName(wording.line("calendar", "file", language, Map.of()))
                .setContentType(file.mediaType())
                .setDisposition("attachment")
                .setData(Buffer.buffer(file.content()));
    }

    private String render(String layout, Words words, Contact reader) {
        Language language = reader.language();
        Map<String, String> facts = reader.name() == null ? Map.of() : Map.of("name", reader.name());
        return engine.getTemplate(layout)
                .instance()
                .data("language", language.tag())
                .data("title", words.title())
                .data("greeting", wording.line(FRAME, "greeting", language, facts))
                .data("text", words.text())
                .data("more", words.more())
                .data("closing", wording.line(FRAME, "closing", language, facts))
                .data("footer", wording.line(FRAME, "footer", language, facts))
                .render();
    }

    /** For the client. Therapists have a calendar of all their visits to subscribe to. */
    private Optional<CalendarFile> calendarFile(Notice notice, Language language) {
        return switch (notice.kind()) {
            case VISIT_BOOKED, VISIT_MOVED -> Optional.of(CalendarFile.adding(entry(notice, language)));
            case VISIT_CANCELLED, VISIT_CALLED_OFF, SCREENING_NEEDED ->
                Optional.of(CalendarFile.removing(entry(notice, language)));
            case SAFETY, ASSIGNMENT_ADDED, ASSIGNMENT_MOVED, ASSIGNMENT_WITHDRAWN -> Optional.empty();
        };
    }

    private CalendarEntry entry(Notice notice, Language language) {
        Visit visit = notice.requiredVisit();
        return new CalendarEntry(
                visit.bookingId(),
                visit.version(),
                visit.start(),
                visit.end(),
                notice.createdAt(),
                wording.line("calendar", "summary", language, Map.of()),
                address(config.sender()));
    }

    static String address(String sender) {
        int open = sender.lastIndexOf('<');
        return open < 0
                ? sender.strip()
                : sender.substring(open + 1, sender.lastIndexOf('>')).strip();
    }
}
