package ca.tripoint.notification.notice;

import java.util.Locale;

/** What a notice is about. Its name in the API ({@code visit-booked}) is also the name of the files with its words. */
public enum Kind {
    VISIT_BOOKED,
    VISIT_MOVED,
    /** The client, or operations for them, cancelled: the fee that they accepted applies. */
    VISIT_CANCELLED,
    /** The therapist cannot come: nothing is owed. */
    VISIT_CALLED_OFF,
    /** The client's clearance no longer stands: nothing is owed. */
    SCREENING_NEEDED,
    /** A warning sign fired. Says what to do, and nothing about the body. */
    SAFETY,
    /** To the therapist, as the two below. */
    ASSIGNMENT_ADDED,
    ASSIGNMENT_MOVED,
    /** Cancelled, revoked or given to somebody else: the therapist is told that, never why. */
    ASSIGNMENT_WITHDRAWN;

    public String apiName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Before all others, at any hour. */
    public boolean isUrgent() {
        return this == SAFETY;
    }
}
