package ca.tripoint.triage.plan;

import ca.tripoint.triage.ruleset.PlanRules.Hold;
import ca.tripoint.triage.ruleset.Position;
import ca.tripoint.triage.ruleset.Pressure;
import ca.tripoint.triage.ruleset.Regions.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the therapist does, in order, and for how long; how many sessions; what a therapist must bring. */
public record Plan(
        List<Step> steps,
        List<LeftOut> leftOut,
        List<String> addOns,
        int durationMinutes,
        Course course,
        Requirements requires) {

    /**
     * One muscle of one side.
     *
     * @param hold seconds of held pressure, until it releases; none where holds are forbidden
     * @param because evidence for working it
     */
    public record Step(
            int order,
            String muscle,
            Side side,
            Position position,
            String technique,
            Pressure pressure,
            Optional<Hold> hold,
            int score,
            List<String> because) {
        Step numbered(int number) {
            return new Step(number, muscle, side, position, technique, pressure, hold, score, because);
        }

        @Override
        public String toString() {
            return "Step[redacted]";
        }
    }

    /** A muscle the adjustments keep out. */
    public record LeftOut(String muscle, Side side, String adjustment) {
        @Override
        public String toString() {
            return "LeftOut[redacted]";
        }
    }

    public record Course(
            int sessions, int spacingDays, int minSpacingDays, int maxSpacingDays, int rescreenAfterSession) {
        @Override
        public String toString() {
            return "Course[redacted]";
        }
    }

    /** @param minDuration of a visit, in minutes */
    public record Requirements(List<String> skills, int minDuration, List<String> equipment) {
        /** Whether somebody who meets the others may not meet these. */
        public boolean exceed(Requirements others) {
            return minDuration > others.minDuration
                    || !Set.copyOf(others.skills).containsAll(skills)
                    || !Set.copyOf(others.equipment).containsAll(equipment);
        }

        @Override
        public String toString() {
            return "Requirements[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Plan[redacted]";
    }
}
