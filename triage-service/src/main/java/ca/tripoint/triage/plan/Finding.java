package ca.tripoint.triage.plan;

import ca.tripoint.triage.ruleset.Regions.Side;

/**
 * What a therapist found in one muscle (S-16, S-36, S-37).
 *
 * @param familiarPainReproduced the client recognised the pain
 * @param easedDuringHold the referred pain became less while the pressure was held
 */
public record Finding(
        String muscle,
        Side side,
        boolean tender,
        boolean familiarPainReproduced,
        boolean easedDuringHold,
        int holdSeconds) {

    @Override
    public String toString() {
        return "Finding[redacted]";
    }
}
