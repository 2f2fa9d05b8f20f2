package ca.tripoint.triage.ruleset;

/** What a screening comes to, from the mildest to the gravest. */
public enum Outcome {
    /** Undecided: answers are missing. Never the outcome of a rule. */
    INCOMPLETE,
    PROCEED,
    /** Bookable, with binding constraints. */
    PROCEED_WITH_ADJUSTMENTS,
    /** GP or physiotherapist, then come back. */
    ASSESSMENT_FIRST,
    /** Today: doctor, urgent care, 811. */
    URGENT_ASSESSMENT,
    /** Now: emergency department or 911. */
    EMERGENCY;

    public boolean bookable() {
        return this == PROCEED || this == PROCEED_WITH_ADJUSTMENTS;
    }

    public boolean graverThan(Outcome other) {
        return compareTo(other) > 0;
    }

    public Outcome orGraver(Outcome other) {
        return graverThan(other) ? this : other;
    }

    public Outcome orMilder(Outcome other) {
        return graverThan(other) ? other : this;
    }
}
