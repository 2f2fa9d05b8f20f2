package ca.tripoint.triage.ruleset;

import java.util.List;
import java.util.Map;

/**
 * A muscle of the catalogue.
 *
 * @param sequence the order of work: gluteal layer before piriformis (S-23)
 * @param refers weight per region it is known to send pain to
 * @param through the regions under the therapist's hands
 * @param positions in order of preference
 * @param addOn offered beside the plan unless its own regions are marked (S-38)
 */
public record Muscle(
        String code,
        String group,
        int sequence,
        Map<String, Integer> refers,
        List<String> through,
        List<Position> positions,
        Pressure pressure,
        List<String> skills,
        boolean addOn,
        List<String> evidence) {}
