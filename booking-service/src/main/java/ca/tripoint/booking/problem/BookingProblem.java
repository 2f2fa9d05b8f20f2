package ca.tripoint.booking.problem;

import ca.tripoint.kit.problem.ProblemCode;

/** Every refusal of this service; {@code docs/problems.md} says what happened and what to do. */
public enum BookingProblem implements ProblemCode {
    SLOT_TAKEN("slot-taken", 409),
    TRAVEL_CONFLICT("travel-conflict", 409),
    THERAPIST_UNAVAILABLE("therapist-unavailable", 409),
    NO_CREDENTIAL_IN_PROVINCE("no-credential-in-province", 422),

    CLIENT_BUSY("client-busy", 409),
    TOO_CLOSE_TO_ANOTHER_VISIT("too-close-to-another-visit", 409),
    HOLD_LIMIT("hold-limit", 409),
    HOLD_EXPIRED("hold-expired", 410),
    HOLD_ALREADY_EXTENDED("hold-already-extended", 409),

    CLEARANCE_MISSING("clearance-missing", 422),
    CLEARANCE_INVALID("clearance-invalid", 422),
    CLEARANCE_EXPIRED("clearance-expired", 409),
    CLEARANCE_REVOKED("clearance-revoked", 409),
    CLEARANCE_FOREIGN("clearance-foreign", 403),

    OFFER_INVALID("offer-invalid", 422),
    OFFER_EXPIRED("offer-expired", 422),
    OFFER_FOREIGN("offer-foreign", 403),
    OFFER_USED("offer-used", 409),
    OFFER_UNSUITABLE("offer-unsuitable", 422),
    OUTSIDE_OPENING_HOURS("outside-opening-hours", 422),
    OFF_GRID("off-grid", 422),
    TOO_SOON("too-soon", 422),
    BEYOND_HORIZON("beyond-horizon", 422),

    COURSE_TOO_LONG("course-too-long", 422),
    TOO_LATE_TO_RESCHEDULE("too-late-to-reschedule", 409),
    ILLEGAL_TRANSITION("illegal-transition", 409);

    private final String code;
    private final int status;

    BookingProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
