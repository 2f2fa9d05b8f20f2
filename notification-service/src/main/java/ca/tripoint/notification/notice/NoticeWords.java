package ca.tripoint.notification.notice;

import ca.tripoint.notification.roster.TherapistNames;
import ca.tripoint.notification.wording.Language;
import ca.tripoint.notification.wording.VisitTime;
import ca.tripoint.notification.wording.Wording;
import ca.tripoint.notification.wording.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
        return of(List.of(notice), language).getFirst();
    }

    /** In the order of the notices. */
    @Transactional
    public List<Words> of(List<Notice> notices, Language language) {
        Map<UUID, String> known = names.of(therapists(notices));
        return notices.stream().map(notice -> words(notice, known, language)).toList();
    }

    private static Set<UUID> therapists(List<Notice> notices) {
        return notices.stream()
                .flatMap(notice -> notice.visit().stream())
                .map(Visit::therapistId)
                .collect(Collectors.toSet());
    }

    private Words words(Notice notice, Map<UUID, String> knownNames, Language language) {
        Map<String, String> facts = new HashMap<>();
        notice.visit().ifPresent(visit -> {
            String name = knownNames.get(visit.therapistId());
            if (name != null) {
                facts.put("therapist", name);
            }
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
