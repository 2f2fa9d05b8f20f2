package ca.tripoint.contracts;

import static ca.tripoint.contracts.Topic.BOOKING_SESSIONS;
import static ca.tripoint.contracts.Topic.THERAPIST_ROSTER;
import static ca.tripoint.contracts.Topic.TRIAGE_SCREENINGS;

import java.util.Arrays;
import java.util.Optional;

/** The names of the events (CloudEvents attribute {@code type}), the topic each travels on and the record that holds it. */
public enum EventType {
    SCREENING_COMPLETED("screening-completed", TRIAGE_SCREENINGS, ScreeningEvent.ScreeningCompleted.class),
    RED_FLAG_DETECTED("red-flag-detected", TRIAGE_SCREENINGS, ScreeningEvent.RedFlagDetected.class),
    CLEARANCE_REVOKED("clearance-revoked", TRIAGE_SCREENINGS, ScreeningEvent.ClearanceRevoked.class),

    THERAPIST_CHANGED("therapist-changed", THERAPIST_ROSTER, RosterEvent.TherapistChanged.class),
    CREDENTIAL_CHANGED("credential-changed", THERAPIST_ROSTER, RosterEvent.CredentialChanged.class),
    TIME_OFF_ADDED("time-off-added", THERAPIST_ROSTER, RosterEvent.TimeOffAdded.class),
    TIME_OFF_REMOVED("time-off-removed", THERAPIST_ROSTER, RosterEvent.TimeOffRemoved.class),

    SESSION_HELD("session-held", BOOKING_SESSIONS, SessionEvent.SessionHeld.class),
    SESSION_RELEASED("session-released", BOOKING_SESSIONS, SessionEvent.SessionReleased.class),
    SESSION_BOOKED("session-booked", BOOKING_SESSIONS, SessionEvent.SessionBooked.class),
    SESSION_RESCHEDULED("session-rescheduled", BOOKING_SESSIONS, SessionEvent.SessionRescheduled.class),
    SESSION_CANCELLED("session-cancelled", BOOKING_SESSIONS, SessionEvent.SessionCancelled.class),
    SESSION_REVOKED("session-revoked", BOOKING_SESSIONS, SessionEvent.SessionRevoked.class);

    private final String typeName;
    private final Topic topic;
    private final Class<? extends Event> recordClass;

    EventType(String typeName, Topic topic, Class<? extends Event> recordClass) {
        this.typeName = typeName;
        this.topic = topic;
        this.recordClass = recordClass;
    }

    public String typeName() {
        return typeName;
    }

    public Topic topic() {
        return topic;
    }

    public Class<? extends Event> recordClass() {
        return recordClass;
    }

    public static EventType of(Event event) {
        return Arrays.stream(values())
                .filter(type -> type.recordClass == event.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no event type for " + event.getClass().getSimpleName()));
    }

    /** Empty for a type that this version does not know: a consumer passes over it. */
    public static Optional<EventType> named(String typeName) {
        return Arrays.stream(values())
                .filter(type -> type.typeName.equals(typeName))
                .findFirst();
    }
}
