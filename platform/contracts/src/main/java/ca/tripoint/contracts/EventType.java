package ca.tripoint.contracts;

import static ca.tripoint.contracts.Topic.BOOKING_SESSIONS;
import static ca.tripoint.contracts.Topic.THERAPIST_ROSTER;
import static ca.tripoint.contracts.Topic.TRIAGE_SCREENINGS;

import java.util.Arrays;
import java.util.List;

/**
 * The names of the events (CloudEvents attribute {@code type}) with their versions, the topic each travels on and the record that
 * holds it. A break is a constant more, of the same name and the next version: producers send both until nobody reads the old.
 */
public enum EventType {
    SCREENING_COMPLETED("screening-completed", 1, TRIAGE_SCREENINGS, ScreeningEvent.ScreeningCompleted.class),
    RED_FLAG_DETECTED("red-flag-detected", 1, TRIAGE_SCREENINGS, ScreeningEvent.RedFlagDetected.class),
    CLEARANCE_REVOKED("clearance-revoked", 1, TRIAGE_SCREENINGS, ScreeningEvent.ClearanceRevoked.class),

    THERAPIST_CHANGED("therapist-changed", 1, THERAPIST_ROSTER, RosterEvent.TherapistChanged.class),
    CREDENTIAL_CHANGED("credential-changed", 1, THERAPIST_ROSTER, RosterEvent.CredentialChanged.class),
    TIME_OFF_ADDED("time-off-added", 1, THERAPIST_ROSTER, RosterEvent.TimeOffAdded.class),
    TIME_OFF_REMOVED("time-off-removed", 1, THERAPIST_ROSTER, RosterEvent.TimeOffRemoved.class),

    SESSION_HELD("session-held", 1, BOOKING_SESSIONS, SessionEvent.SessionHeld.class),
    SESSION_RELEASED("session-released", 1, BOOKING_SESSIONS, SessionEvent.SessionReleased.class),
    SESSION_BOOKED("session-booked", 1, BOOKING_SESSIONS, SessionEvent.SessionBooked.class),
    SESSION_RESCHEDULED("session-rescheduled", 1, BOOKING_SESSIONS, SessionEvent.SessionRescheduled.class),
    SESSION_CANCELLED("session-cancelled", 1, BOOKING_SESSIONS, SessionEvent.SessionCancelled.class),
    SESSION_REVOKED("session-revoked", 1, BOOKING_SESSIONS, SessionEvent.SessionRevoked.class);

    private final String typeName;
    private final int version;
    private final Topic topic;
    private final Class<? extends Event> recordClass;

    EventType(String typeName, int version, Topic topic, Class<? extends Event> recordClass) {
        this.typeName = typeName;
        this.version = version;
        this.topic = topic;
        this.recordClass = recordClass;
    }

    public String typeName() {
        return typeName;
    }

    public int version() {
        return version;
    }

    /** As {@code session-booked:1}. */
    public String versionedName() {
        return typeName + ":" + version;
    }

    /** CloudEvents attribute {@code dataschema}, as {@code urn:tripoint:event:session-booked:1}. */
    public String schema() {
        return schema(typeName, Integer.toString(version));
    }

    public static String schema(String typeName, String version) {
        return "urn:tripoint:event:" + typeName + ":" + version;
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

    /** Every version of a type that is known here; empty for a type that is not: a consumer passes over it. */
    public static List<EventType> named(String typeName) {
        return Arrays.stream(values())
                .filter(type -> type.typeName.equals(typeName))
                .toList();
    }
}
