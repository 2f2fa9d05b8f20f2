package ca.tripoint.therapist.credential;

/** What entitles a massage therapist to work in a province. */
public enum CredentialKind {
    /** Registration with a statutory college. */
    COLLEGE,
    /** A title protected by law, held through the association that the law names. */
    TITLE_ACT,
    /** Membership of a recognised association, where no college is open yet. */
    ASSOCIATION
}
