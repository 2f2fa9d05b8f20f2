package ca.tripoint.triage.decision;

/** An answer that does not fit its question. Carries ids and codes only, never the value. */
public final class InvalidAnswer extends RuntimeException {
    private final String questionId;
    private final String code;

    public InvalidAnswer(String questionId, String code) {
        super(questionId + ": " + code);
        this.questionId = questionId;
        this.code = code;
    }

    public String questionId() {
        return questionId;
    }

    public String code() {
        return code;
    }
}
