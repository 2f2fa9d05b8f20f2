package ca.tripoint.triage.problem;

import ca.tripoint.kit.problem.ProblemCode;

/** What this service refuses, beside what every service does. Explained in {@code docs/problems.md}. */
public enum TriageProblem implements ProblemCode {
    UNKNOWN_QUESTION("unknown-question", 422),
    INVALID_ANSWER("invalid-answer", 422),
    CONSENT_REQUIRED("consent-required", 422),
    UNKNOWN_RED_FLAG("unknown-red-flag", 422),
    NOT_OVERRIDABLE("not-overridable", 422),
    RECONFIRMATION_TOO_EARLY("reconfirmation-too-early", 422),
    SCREENING_DECIDED("screening-decided", 409),
    SCREENING_OPEN("screening-open", 409),
    SCREENING_OUTDATED("screening-outdated", 409),
    NEVER_OVERRIDDEN("never-overridden", 409),
    OWN_SCREENING("own-screening", 403),
    VISIT_NOT_BEGUN("visit-not-begun", 409),
    FINDINGS_RECORDED("findings-recorded", 409),
    RULESET_SUPERSEDED("ruleset-superseded", 409),
    RULESET_RECALLED("ruleset-recalled", 409),
    FINDINGS_TOO_LATE("findings-too-late", 409),
    RECONFIRMATION_TOO_LATE("reconfirmation-too-late", 422),
    RESCREEN_DUE("rescreen-due", 409),
    REVIEW_OPEN("review-open", 409),
    REVIEW_ACKNOWLEDGED("review-acknowledged", 409);

    private final String code;
    private final int status;

    TriageProblem(String code, int status) {
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
