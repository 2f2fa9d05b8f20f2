package ca.tripoint.triage.ruleset;

import java.util.Set;

/** What a plan may not contain while an adjustment applies. */
public sealed interface Constraint {

    record PressureAbove(Pressure most, Scope scope) implements Constraint {}

    record HoldAbove(int seconds, Scope scope) implements Constraint {}

    record Positions(Set<Position> forbidden, Scope scope) implements Constraint {}

    record Technique(String forbidden) implements Constraint {}

    record AnyHold() implements Constraint {}

    record Muscles(Scope scope) implements Constraint {}

    /** Any muscle worked through the region the adjustment names, on its side. */
    record ThroughTheRegion() implements Constraint {}

    /** Which muscles a constraint speaks of: these codes, or those worked through these regions. */
    record Scope(Set<String> muscles, Set<String> throughRegions, boolean everything) {
        public boolean covers(Muscle muscle) {
            return everything
                    || muscles.contains(muscle.code())
                    || muscle.through().stream().anyMatch(throughRegions::contains);
        }
    }
}
