package ca.tripoint.notification.notice;

import ca.tripoint.notification.roster.TherapistNames;
import ca.tripoint.notification.wording.Language;
import ca.tripoint.notification.wording.VisitTime;
import ca.tripoint.notification.wording.Wording;
import ca.tripoint.notification.wording.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;

/** Puts a notice into words, the same in the app and in an e-mail. */
@ApplicationScoped
public class NoticeWords {

    private final Wording wording;
    private final TherapistNames names;

    NoticeWords(Wording wording, TherapistNames names) {
        this.wording = wording;
        this.names = names;
    }

    @Transactional
    public Words of(Notice notice, Language language) {
        Map<String, String> facts = new HashMap<>();
        notice.visit().ifPresent(visit -> {
            names.of(visit.therapistId()).ifPresent(name -> facts.put("therapist", name));
            facts.put("day", VisitTime.of(visit.start(), visit.zone(), language).day());
            facts.put("span", VisitTime.span(visit.start(), visit.end(), visit.zone(), language));
            notice.previous().ifPresent(previous -> {
                facts.put(
                        "previousDay",
                        VisitTime.of(previous.start(), previous.zone(), language)
                                .day());
                facts.put("previousHour", previousHour(previous, visit, language));
            });
        });
        return wording.of(notice.kind().apiName(), language, facts);
    }

    /** By the clock it was on, which is named if the visit is on another one now. */
    private static String previousHour(Previous previous, Visit visit, Language language) {
        VisitTime time = VisitTime.of(previous.start(), previous.zone(), language);
        return previous.zone().equals(visit.zone()) ? time.hour() : time.hourByName(previous.zone(), language);
    }
}
