package ca.tripoint.triage.screening;

import ca.tripoint.triage.ruleset.Outcome;
import java.time.Instant;

/**
 * A red flag with its day.
 *
 * @param toldAt when the newest of the answers was given that it rests on
 * @param outdated it, or its urgency, rests wholly or in part on answers that are too old to count: the decision does not go by them, and
 *     nobody has said since that it is over
 */
public record ToldFlag(String code, Outcome urgency, Instant toldAt, boolean outdated) {
    @Override
    public String toString() {
        return "ToldFlag[redacted]";
    }
}
