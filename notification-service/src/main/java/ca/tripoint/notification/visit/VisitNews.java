package ca.tripoint.notification.visit;

import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
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
import ca.tripoint.notification.notice.Visit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides who is told what about a visit. */
final class VisitNews {

    private VisitNews() {}

    static List<News> of(SessionEvent event) {
        return switch (event) {
            case SessionBooked booked -> both(booked.session(), Kind.VISIT_BOOKED, Kind.ASSIGNMENT_ADDED);
            case SessionRescheduled moved -> moved(moved);
            case SessionCancelled cancelled ->
                both(cancelled.session(), clientKind(cancelled.by()), Kind.ASSIGNMENT_WITHDRAWN);
            case SessionRevoked revoked -> revoked(revoked);
            case SessionHeld held -> List.of();
            case SessionReleased released -> List.of();
        };
    }

    /** Whether those concerned know of the visit from now on. A visit is revoked while it is held, too. */
    static boolean announces(SessionEvent event) {
        return switch (event) {
            case SessionBooked booked -> true;
            case SessionRescheduled moved -> true;
            case SessionCancelled cancelled -> true;
            case SessionHeld held -> false;
            case SessionReleased released -> false;
            case SessionRevoked revoked -> false;
        };
    }

    /** Whether the client hears of it by the safety message alone. */
    static boolean isSafetysToTell(SessionEvent event) {
        return event instanceof SessionRevoked revoked && revoked.cause() == RevocationCause.RED_FLAG;
    }

    /** Everyone who may have been told of the visit before. */
    static Set<UUID> concerned(SessionEvent event) {
        Set<UUID> people = new LinkedHashSet<>();
        people.add(event.session().clientId());
        people.add(event.session().therapistId());
        if (event instanceof SessionRescheduled moved) {
            people.add(moved.previous().therapistId());
        }
        return people;
    }

    /** Who loses the visit to another therapist is told so; who gets it has a new one. */
    private static List<News> moved(SessionRescheduled event) {
        Session session = event.session();
        SessionEvent.Occupancy previous = event.previous();
        String previousZone = previous.zone() == null ? session.zone() : previous.zone();
        Previous before = new Previous(previous.start(), previousZone);
        News toClient = new News(session.clientId(), Kind.VISIT_MOVED, visit(session), before);
        if (previous.therapistId().equals(session.therapistId())) {
            return List.of(toClient, new News(session.therapistId(), Kind.ASSIGNMENT_MOVED, visit(session), before));
        }
        Visit lost = new Visit(
                session.bookingId(),
                session.version(),
                previous.therapistId(),
                previous.start(),
                previous.end(),
                previousZone);
        return List.of(
                toClient,
                News.of(session.therapistId(), Kind.ASSIGNMENT_ADDED, visit(session)),
                News.of(previous.therapistId(), Kind.ASSIGNMENT_WITHDRAWN, lost));
    }

    private static List<News> revoked(SessionRevoked event) {
        Session session = event.session();
        return switch (event.cause()) {
            // The safety message speaks to the client and clears their calendar; a second one would only distract.
            case RED_FLAG -> List.of(News.of(session.therapistId(), Kind.ASSIGNMENT_WITHDRAWN, visit(session)));
            case CLEARANCE -> both(session, Kind.SCREENING_NEEDED, Kind.ASSIGNMENT_WITHDRAWN);
            case THERAPIST -> both(session, Kind.VISIT_CALLED_OFF, Kind.ASSIGNMENT_WITHDRAWN);
            // A cause that this version has no word for: the client is told what every cause has in common.
            case null -> both(session, Kind.VISIT_CALLED_OFF, Kind.ASSIGNMENT_WITHDRAWN);
        };
    }

    private static Kind clientKind(@Nullable CancelledBy by) {
        return switch (by) {
            case CLIENT, OPERATIONS -> Kind.VISIT_CANCELLED;
            case THERAPIST -> Kind.VISIT_CALLED_OFF;
            case null -> Kind.VISIT_CANCELLED;
        };
    }

    private static List<News> both(Session session, Kind toClient, Kind toTherapist) {
        return List.of(
                News.of(session.clientId(), toClient, visit(session)),
                News.of(session.therapistId(), toTherapist, visit(session)));
    }

    private static Visit visit(Session session) {
        return new Visit(
                session.bookingId(),
                session.version(),
                session.therapistId(),
                session.start(),
                session.end(),
                session.zone());
    }
}
