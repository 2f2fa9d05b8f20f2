package ca.tripoint.therapist.therapist;

/** What a therapist brings along. */
public enum Equipment {
    TABLE
}
