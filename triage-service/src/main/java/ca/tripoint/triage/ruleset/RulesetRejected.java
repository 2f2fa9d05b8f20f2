package ca.tripoint.triage.ruleset;

/** A ruleset that must not be served; the message names file and row. */
public final class RulesetRejected extends RuntimeException {
    RulesetRejected(String file, String row, String why) {
        super(row.isEmpty() ? file + ": " + why : file + ", " + row + ": " + why);
    }
}
