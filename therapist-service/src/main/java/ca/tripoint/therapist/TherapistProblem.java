package ca.tripoint.therapist;

import ca.tripoint.kit.problem.ProblemCode;

/** What this service refuses, beside what every service does. Explained in {@code docs/problems.md}. */
public enum TherapistProblem implements ProblemCode {
    UNKNOWN_POSTAL_CODE("unknown-postal-code", 422),
    OFF_GRID("off-grid", 422),
    OUTSIDE_OPENING_HOURS("outside-opening-hours", 422),
    TOO_SOON("too-soon", 422),
    BEYOND_HORIZON("beyond-horizon", 422),
    NO_CREDENTIAL_IN_PROVINCE("no-credential-in-province", 422),
    RANGE_TOO_LONG("range-too-long", 422),
    CREDENTIAL_NOT_RECOGNISED("credential-not-recognised", 422),
    OFFER_EXPIRED("offer-expired", 422),
    THERAPIST_UNAVAILABLE("therapist-unavailable", 409),
    COURSE_UNAVAILABLE("course-unavailable", 409),
    THERAPIST_EXISTS("therapist-exists", 409);

    private final String code;
    private final int status;

    TherapistProblem(String code, int status) {
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
