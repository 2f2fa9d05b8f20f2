package ca.tripoint.therapist.availability;

/** Why a visit cannot be, in the order in which it is judged. */
public enum Obstacle {
    TOO_SOON,
    BEYOND_HORIZON,
    /** It does not start on a quarter hour by the clocks at the address. */
    OFF_GRID,
    /** It is not within [06:00, 24:00) at the address. */
    OUTSIDE_OPENING_HOURS,
    /** The therapist has not learnt, or does not bring, what the client needs. */
    UNSUITED,
    /** The therapist is on leave or has left. */
    NOT_ACTIVE,
    /** No credential of the therapist holds in the province on the local date of the visit. */
    NO_CREDENTIAL,
    OUTSIDE_AREA,
    NOT_WORKING,
    TIME_OFF,
    /** Another visit, or the way from or to it. */
    TAKEN
}
