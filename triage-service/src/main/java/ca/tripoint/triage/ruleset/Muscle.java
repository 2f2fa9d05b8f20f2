package ca.tripoint.triage.ruleset;

import java.util.List;
import java.util.Map;

/**
 * A muscle of the catalogue.
 *
 * @param sequence the order of work in one position
 * @param after muscles of the same side that are worked before, in whatever position: gluteal layer before piriformis (S-23)
 * @param refers weight per region it is known to send pain to
 * @param through the regions under the therapist's hands
 * @param positions in order of preference, after the usual position
 * @param addOn offered beside the plan unless its own regions are marked (S-38)
 */
public record Muscle(
        String code,
        String group,
        int sequence,
        List<String> after,
        Map<String, Integer> refers,
        List<String> through,
        List<Position> positions,
        Pressure pressure,
        List<String> skills,
        boolean addOn,
        List<String> evidence) {}
