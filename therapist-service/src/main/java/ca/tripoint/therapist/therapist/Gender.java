package ca.tripoint.therapist.therapist;

/** As therapists describe themselves; some clients want to choose. */
public enum Gender {
    FEMALE,
    MALE,
    NON_BINARY
}
