package ca.tripoint.notification;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.EventType;
import ca.tripoint.contracts.RosterEvent.TherapistChanged;
import ca.tripoint.contracts.ScreeningEvent.RedFlagDetected;
import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.contracts.SessionEvent.Occupancy;
import ca.tripoint.contracts.SessionEvent.RevocationCause;
import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.contracts.SessionEvent.SessionBooked;
import ca.tripoint.contracts.SessionEvent.SessionCancelled;
import ca.tripoint.contracts.SessionEvent.SessionHeld;
import ca.tripoint.contracts.SessionEvent.SessionRescheduled;
import ca.tripoint.contracts.SessionEvent.SessionRevoked;
import ca.tripoint.testkit.EventProducer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One visit, as the other services tell of it. */
final class Story {

    /** Sunday at 6:00 in Toronto, an hour after the clocks went forward. */
    static final Instant START = Instant.parse("2027-03-14T10:00:00Z");

    private static final Instant NOW = Instant.parse("2027-03-01T15:04:05.123456Z");
    private static final Duration LENGTH = Duration.ofMinutes(75);

    final Person client;
    final Person therapist;
    final UUID booking = UUID.randomUUID();
    private final EventProducer producer;

    Story(EventProducer producer, Person client, Person therapist) {
        this.producer = producer;
        this.client = client;
        this.therapist = therapist;
    }

    void therapistIsCalled(String name, long version) {
        tell("/therapist-service", new TherapistChanged(therapist.id(), version, true, name, NOW), UUID.randomUUID());
    }

    void booked() {
        tell(booked(2));
    }

    SessionEvent booked(long version) {
        return new SessionBooked(session(version, START), NOW);
    }

    void held(long version) {
        tell(new SessionHeld(session(version, START), NOW.plus(Duration.ofMinutes(10)), NOW));
    }

    void movedBy(long version, Duration later) {
        movedBy(version, later, "America/Toronto");
    }

    /** @param zone the clock that the visit was on before */
    void movedBy(long version, Duration later, String zone) {
        tell(new SessionRescheduled(session(version, START.plus(later)), occupancy(START, zone), NOW));
    }

    void cancelled(long version, CancelledBy by) {
        tell(new SessionCancelled(session(version, START), by, NOW));
    }

    void revoked(long version, RevocationCause cause) {
        tell(new SessionRevoked(session(version, START), cause, NOW));
    }

    void warningSign() {
        warningSign(UUID.randomUUID());
    }

    void warningSign(UUID eventId) {
        tell("/triage-service", new RedFlagDetected(UUID.randomUUID(), client.id(), 4, NOW), eventId);
    }

    void tell(SessionEvent event) {
        tell(event, UUID.randomUUID());
    }

    void tell(SessionEvent event, UUID eventId) {
        tell("/booking-service", event, eventId);
    }

    private void tell(String source, Event event, UUID eventId) {
        EventType type = EventType.of(event);
        producer.publish(type.topic().topicName(), event.key(), source, type.typeName(), event, eventId);
    }

    private Session session(long version, Instant start) {
        Occupancy time = occupancy(start, "America/Toronto");
        return new Session(
                booking,
                version,
                client.id(),
                therapist.id(),
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                time.start(),
                time.end(),
                "America/Toronto",
                time.busyFrom(),
                time.busyTo());
    }

    private Occupancy occupancy(Instant start, String zone) {
        Instant end = start.plus(LENGTH);
        return new Occupancy(
                therapist.id(),
                start,
                end,
                zone,
                start.minus(Duration.ofMinutes(15)),
                end.plus(Duration.ofMinutes(15)));
    }
}
