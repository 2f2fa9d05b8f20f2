package ca.tripoint.therapist.therapist;

/** What a clearance may require of the therapist. */
public enum Skill {
    TRIGGER_POINT,
    /** Reaching the piriformis through the gluteal layer (article, sentences 20–23). */
    DEEP_GLUTEAL_TRIGGER_POINT,
    PRENATAL
}
