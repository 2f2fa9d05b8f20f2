package ca.tripoint.triage.ruleset;

/** How the client lies on the table. */
public enum Position {
    PRONE,
    PRONE_BOLSTERED,
    SIDE_LYING,
    SUPINE
}
