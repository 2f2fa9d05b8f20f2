package ca.tripoint.notification.delivery;

import ca.tripoint.notification.calendar.CalendarEntry;
import ca.tripoint.notification.calendar.CalendarFile;
import ca.tripoint.notification.contact.Contact;
import ca.tripoint.notification.notice.Kind;
import ca.tripoint.notification.notice.Notice;
import ca.tripoint.notification.notice.NoticeWords;
import ca.tripoint.notification.notice.Visit;
import ca.tripoint.notification.visit.WithdrawnVisit;
import ca.tripoint.notification.visit.WithdrawnVisits;
import ca.tripoint.notification.wording.Language;
import ca.tripoint.notification.wording.Wording;
import ca.tripoint.notification.wording.Words;
import io.quarkus.qute.Engine;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the e-mail for a notice: plain text and HTML with the same words, and the calendar file where there is a visit to show.
 *
 * <p>A safety message goes out at once, often before it is known which visits the warning takes back. It takes those out of the
 * calendar that are known when it is written, and says of the others that the client can remove them: no second message follows.
 */
@ApplicationScoped
class Letters {

    private static final String FRAME = "letter";

    private final NoticeWords notices;
    private final WithdrawnVisits withdrawn;
    private final Wording wording;
    private final Engine engine;
    private final DeliveryConfig config;

    Letters(NoticeWords notices, WithdrawnVisits withdrawn, Wording wording, Engine engine, DeliveryConfig config) {
        this.notices = notices;
        this.withdrawn = withdrawn;
        this.wording = wording;
        this.engine = engine;
        this.config = config;
    }

    MailMessage write(Parcel parcel, Contact reader) {
        Language language = reader.language();
        List<CalendarFile> files = calendarFiles(parcel.notice(), language);
        Words words = words(parcel.notice(), files, language);
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
        if (!files.isEmpty()) {
            mail.setAttachment(
                    files.stream().map(file -> attachment(file, language)).toList());
        }
        return mail;
    }

    private Words words(Notice notice, List<CalendarFile> files, Language language) {
        Words words = notices.of(notice, language);
        return notice.kind() == Kind.SAFETY && !files.isEmpty()
                ? words.followedBy(wording.line("calendar", "removal", language, Map.of()))
                : words;
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

    /** For the client only: therapists look up their visits in the app, and no calendar file was ever sent to them. */
    private List<CalendarFile> calendarFiles(Notice notice, Language language) {
        return switch (notice.kind()) {
            case VISIT_BOOKED, VISIT_MOVED -> List.of(CalendarFile.adding(entry(notice, language)));
            case VISIT_CANCELLED, VISIT_CALLED_OFF, SCREENING_NEEDED ->
                List.of(CalendarFile.removing(entry(notice, language)));
            case SAFETY ->
                // One file for each: a calendar takes a cancellation of one visit at a time (RFC 5546, 3.2.5).
                withdrawn.of(notice.recipientId(), notice.createdAt()).stream()
                        .map(visit -> CalendarFile.removing(entry(visit, notice, language)))
                        .toList();
            case ASSIGNMENT_ADDED, ASSIGNMENT_MOVED, ASSIGNMENT_WITHDRAWN -> List.of();
        };
    }

    private CalendarEntry entry(Notice notice, Language language) {
        Visit visit = notice.requiredVisit();
        return entry(visit.bookingId(), visit.version(), visit.start(), visit.end(), notice, language);
    }

    private CalendarEntry entry(WithdrawnVisit visit, Notice notice, Language language) {
        return entry(visit.bookingId(), visit.version(), visit.start(), visit.end(), notice, language);
    }

    private CalendarEntry entry(
            UUID bookingId, long version, Instant start, Instant end, Notice notice, Language language) {
        return new CalendarEntry(
                bookingId,
                version,
                start,
                end,
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
