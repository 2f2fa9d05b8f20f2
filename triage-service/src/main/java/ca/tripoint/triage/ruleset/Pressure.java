package ca.tripoint.triage.ruleset;

/** How firmly a therapist presses, from the lightest. */
public enum Pressure {
    LIGHT,
    MODERATE,
    FIRM,
    DEEP;

    public Pressure atMost(Pressure most) {
        return compareTo(most) > 0 ? most : this;
    }
}
