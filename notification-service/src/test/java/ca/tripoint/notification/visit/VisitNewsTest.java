package ca.tripoint.notification.visit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.contracts.SessionEvent.Occupancy;
import ca.tripoint.contracts.SessionEvent.RevocationCause;
import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.contracts.SessionEvent.SessionBooked;
import ca.tripoint.contracts.SessionEvent.SessionCancelled;
import ca.tripoint.contracts.SessionEvent.SessionHeld;
import ca.tripoint.contracts.SessionEvent.SessionReleased;
import ca.tripoint.contracts.SessionEvent.SessionRescheduled;
import ca.tripoint.contracts.SessionEvent.SessionRevoked;
import ca.tripoint.notification.notice.Kind;
import ca.tripoint.notification.notice.News;
import ca.tripoint.notification.notice.Previous;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitNewsTest {

    private static final UUID CLIENT = UUID.randomUUID();
    private static final UUID MAUDE = UUID.randomUUID();
    private static final UUID PETER = UUID.randomUUID();
    private static final Instant START = Instant.parse("2027-03-14T10:00:00Z");
    private static final Instant END = Instant.parse("2027-03-14T11:15:00Z");
    private static final Instant NOW = Instant.parse("2027-03-01T15:04:05Z");
    private static final Session VISIT = new Session(
            UUID.randomUUID(),
            2,
            CLIENT,
            MAUDE,
            null,
            UUID.randomUUID(),
            UUID.randomUUID(),
            START,
            END,
            "America/Toronto",
            START,
            END);

    @Test
    void a_booking_is_confirmed_to_the_client_and_announced_to_the_therapist() {
        assertThat(told(VisitNews.of(new SessionBooked(VISIT, NOW))))
                .containsExactly(told(CLIENT, Kind.VISIT_BOOKED), told(MAUDE, Kind.ASSIGNMENT_ADDED));
    }

    @Test
    void a_move_tells_both_what_it_replaces() {
        List<News> news = VisitNews.of(new SessionRescheduled(VISIT, before(MAUDE), NOW));

        assertThat(told(news)).containsExactly(told(CLIENT, Kind.VISIT_MOVED), told(MAUDE, Kind.ASSIGNMENT_MOVED));
        assertThat(news)
                .extracting(News::previous)
                .containsOnly(new Previous(START.minusSeconds(86_400), "America/Halifax"));
    }

    @Test
    void a_move_to_another_therapist_tells_the_one_who_loses_the_visit() {
        List<News> news = VisitNews.of(new SessionRescheduled(VISIT, before(PETER), NOW));

        assertThat(told(news))
                .containsExactly(
                        told(CLIENT, Kind.VISIT_MOVED),
                        told(MAUDE, Kind.ASSIGNMENT_ADDED),
                        told(PETER, Kind.ASSIGNMENT_WITHDRAWN));
        assertThat(news.getLast().visit())
                .isNotNull()
                .matches(lost -> lost.start().equals(START.minusSeconds(86_400)))
                .matches(lost -> lost.zone().equals("America/Halifax"));
    }

    @Test
    void a_move_from_before_its_clock_was_told_is_told_by_the_new_one() {
        Occupancy before = before(MAUDE);
        Occupancy withoutClock =
                new Occupancy(MAUDE, before.start(), before.end(), null, before.busyFrom(), before.busyTo());

        assertThat(VisitNews.of(new SessionRescheduled(VISIT, withoutClock, NOW)))
                .extracting(News::previous)
                .containsOnly(new Previous(before.start(), "America/Toronto"));
    }

    @Test
    void a_cancellation_is_told_according_to_who_cancelled() {
        assertThat(told(VisitNews.of(new SessionCancelled(VISIT, CancelledBy.CLIENT, NOW))))
                .containsExactly(told(CLIENT, Kind.VISIT_CANCELLED), told(MAUDE, Kind.ASSIGNMENT_WITHDRAWN));
        assertThat(told(VisitNews.of(new SessionCancelled(VISIT, CancelledBy.OPERATIONS, NOW))))
                .containsExactly(told(CLIENT, Kind.VISIT_CANCELLED), told(MAUDE, Kind.ASSIGNMENT_WITHDRAWN));
        assertThat(told(VisitNews.of(new SessionCancelled(VISIT, CancelledBy.THERAPIST, NOW))))
                .containsExactly(told(CLIENT, Kind.VISIT_CALLED_OFF), told(MAUDE, Kind.ASSIGNMENT_WITHDRAWN));
    }

    @Test
    void after_a_warning_sign_only_the_therapist_is_told_and_not_why() {
        SessionRevoked revoked = new SessionRevoked(VISIT, RevocationCause.RED_FLAG, NOW);

        assertThat(told(VisitNews.of(revoked))).containsExactly(told(MAUDE, Kind.ASSIGNMENT_WITHDRAWN));
        assertThat(VisitNews.isSafetysToTell(revoked)).isTrue();
        assertThat(VisitNews.isSafetysToTell(new SessionRevoked(VISIT, RevocationCause.CLEARANCE, NOW)))
                .isFalse();
    }

    @Test
    void any_other_revocation_is_told_to_both() {
        assertThat(told(VisitNews.of(new SessionRevoked(VISIT, RevocationCause.CLEARANCE, NOW))))
                .containsExactly(told(CLIENT, Kind.SCREENING_NEEDED), told(MAUDE, Kind.ASSIGNMENT_WITHDRAWN));
        assertThat(told(VisitNews.of(new SessionRevoked(VISIT, RevocationCause.THERAPIST, NOW))))
                .containsExactly(told(CLIENT, Kind.VISIT_CALLED_OFF), told(MAUDE, Kind.ASSIGNMENT_WITHDRAWN));
    }

    @Test
    void who_cancelled_or_why_it_was_revoked_may_be_something_that_nobody_here_has_a_word_for() {
        assertThat(told(VisitNews.of(new SessionCancelled(VISIT, null, NOW))))
                .containsExactly(told(CLIENT, Kind.VISIT_CANCELLED), told(MAUDE, Kind.ASSIGNMENT_WITHDRAWN));
        assertThat(told(VisitNews.of(new SessionRevoked(VISIT, null, NOW))))
                .containsExactly(told(CLIENT, Kind.VISIT_CALLED_OFF), told(MAUDE, Kind.ASSIGNMENT_WITHDRAWN));
    }

    @Test
    void holds_come_and_go_in_silence() {
        assertThat(VisitNews.of(new SessionHeld(VISIT, END, NOW))).isEmpty();
        assertThat(VisitNews.of(new SessionReleased(VISIT, NOW))).isEmpty();
    }

    @Test
    void only_what_was_booked_is_known_to_anybody() {
        assertThat(VisitNews.announces(new SessionBooked(VISIT, NOW))).isTrue();
        assertThat(VisitNews.announces(new SessionRescheduled(VISIT, before(MAUDE), NOW)))
                .isTrue();
        assertThat(VisitNews.announces(new SessionCancelled(VISIT, CancelledBy.CLIENT, NOW)))
                .isTrue();
        assertThat(VisitNews.announces(new SessionHeld(VISIT, END, NOW))).isFalse();
        assertThat(VisitNews.announces(new SessionReleased(VISIT, NOW))).isFalse();
        assertThat(VisitNews.announces(new SessionRevoked(VISIT, RevocationCause.THERAPIST, NOW)))
                .isFalse();
    }

    @Test
    void whoever_knew_of_the_visit_is_concerned() {
        assertThat(VisitNews.concerned(new SessionRescheduled(VISIT, before(PETER), NOW)))
                .containsExactlyInAnyOrder(CLIENT, MAUDE, PETER);
        assertThat(VisitNews.concerned(new SessionRevoked(VISIT, RevocationCause.RED_FLAG, NOW)))
                .containsExactlyInAnyOrder(CLIENT, MAUDE);
    }

    private static Occupancy before(UUID therapist) {
        Instant dayBefore = START.minusSeconds(86_400);
        return new Occupancy(
                therapist,
                dayBefore,
                dayBefore.plusSeconds(4_500),
                "America/Halifax",
                dayBefore,
                dayBefore.plusSeconds(4_500));
    }

    private static List<String> told(List<News> news) {
        return news.stream().map(one -> told(one.recipient(), one.kind())).toList();
    }

    private static String told(UUID person, Kind kind) {
        return person + " " + kind;
    }
}
