package ca.tripoint.triage.rulebook;

import ca.tripoint.triage.ruleset.Constraint;
import ca.tripoint.triage.ruleset.Position;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an adjustment forbids, as a clinician reads it. */
final class LimitProse {
    private LimitProse() {}

    static String of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PressureAbove above -> "pressure above " + above.most() + " on " + of(above.scope());
            case Constraint.HoldAbove above -> "holds above " + above.seconds() + " seconds on " + of(above.scope());
            case Constraint.Positions positions ->
                "lying "
                        + positions.forbidden().stream()
                                .sorted()
                                .map(Position::name)
                                .collect(Collectors.joining(" or "))
                        + " for " + of(positions.scope());
            case Constraint.Technique technique -> "technique " + technique.forbidden();
            case Constraint.AnyHold ignored -> "any held pressure";
            case Constraint.Muscles muscles -> "work on " + of(muscles.scope());
            case Constraint.ThroughTheRegion ignored -> "any work through the region named";
        };
    }

    private static String of(Constraint.Scope scope) {
        if (scope.everything()) {
            return "every muscle";
        }
        Stream<String> through = scope.throughRegions().isEmpty()
                ? Stream.empty()
                : Stream.of(scope.throughRegions().stream()
                        .sorted()
                        .collect(Collectors.joining(", ", "what is worked through ", "")));
        return Stream.concat(scope.muscles().stream().sorted(), through).collect(Collectors.joining(", "));
    }
}
