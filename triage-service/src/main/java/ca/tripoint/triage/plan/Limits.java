package ca.tripoint.triage.plan;

import ca.tripoint.triage.decision.Decision.AppliedAdjustment;
import ca.tripoint.triage.ruleset.Constraint;
import ca.tripoint.triage.ruleset.Constraint.PressureAbove;
import ca.tripoint.triage.ruleset.Muscle;
import ca.tripoint.triage.ruleset.PlanRules.Hold;
import ca.tripoint.triage.ruleset.Position;
import ca.tripoint.triage.ruleset.Pressure;
import ca.tripoint.triage.ruleset.Regions;
import ca.tripoint.triage.ruleset.Regions.Side;
import ca.tripoint.triage.ruleset.Rule.Adjustment;
import ca.tripoint.triage.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything the adjustments forbid, asked muscle by muscle. */
final class Limits {
    private final Ruleset ruleset;
    private final List<Limit> limits = new ArrayList<>();

    private record Limit(AppliedAdjustment applied, Adjustment adjustment, Constraint constraint) {
        @Override
        public String toString() {
            return "Limit[redacted]";
        }
    }

    Limits(Ruleset ruleset, List<AppliedAdjustment> applied) {
        this.ruleset = ruleset;
        for (AppliedAdjustment each : applied) {
            Adjustment adjustment = (Adjustment) ruleset.rule(each.rule()).orElseThrow();
            adjustment.forbids().forEach(constraint -> limits.add(new Limit(each, adjustment, constraint)));
        }
    }

    /** The adjustment that keeps this muscle out altogether. */
    Optional<String> keptOut(Muscle muscle, Side side) {
        Stream<String> forbidden = limits.stream()
                .filter(limit -> forbids(limit, muscle, side))
                .map(limit -> limit.applied().code());
        Stream<String> nowhereToLie = position(muscle).isPresent()
                ? Stream.empty()
                : limits.stream()
                        .filter(limit -> limit.constraint() instanceof Constraint.Positions)
                        .map(limit -> limit.applied().code());
        return Stream.concat(forbidden, nowhereToLie).findFirst();
    }

    /** Face down, as usual (S-39), where the muscle and the adjustments allow it; otherwise what suits the muscle best. */
    Optional<Position> position(Muscle muscle) {
        List<Position> allowed = muscle.positions().stream()
                .filter(position -> limits.stream()
                        .noneMatch(limit -> limit.constraint() instanceof Constraint.Positions positions
                                && positions.scope().covers(muscle)
                                && positions.forbidden().contains(position)))
                .toList();
        Position usual = ruleset.plan().defaultPosition();
        return allowed.contains(usual) ? Optional.of(usual) : allowed.stream().findFirst();
    }

    Pressure pressure(Muscle muscle) {
        Pressure pressure = muscle.pressure();
        for (Limit limit : limits) {
            if (limit.constraint() instanceof PressureAbove above
                    && above.scope().covers(muscle)) {
                pressure = pressure.atMost(above.most());
            }
        }
        return pressure;
    }

    String technique() {
        boolean forbidden = limits.stream()
                .anyMatch(limit -> limit.constraint() instanceof Constraint.Technique technique
                        && technique.forbidden().equals(ruleset.plan().technique()));
        return forbidden ? ruleset.plan().gentleTechnique() : ruleset.plan().technique();
    }

    /** The usual range, cut to what is allowed and never below the shortest hold there is (S-35). */
    Optional<Hold> hold(Muscle muscle, Hold usual) {
        if (limits.stream().anyMatch(limit -> limit.constraint() instanceof Constraint.AnyHold)) {
            return Optional.empty();
        }
        Hold hold = usual;
        for (Limit limit : limits) {
            if (limit.constraint() instanceof Constraint.HoldAbove above
                    && above.scope().covers(muscle)
                    && hold.to() > above.seconds()) {
                int from = hold.from() >= above.seconds()
                        ? ruleset.plan().holdLimits().from()
                        : hold.from();
                hold = new Hold(from, above.seconds());
            }
        }
        return Optional.of(hold);
    }

    boolean repositioning() {
        return limits.stream().anyMatch(limit -> limit.adjustment().repositioning());
    }

    Stream<String> skills() {
        return limits.stream().flatMap(limit -> limit.adjustment().skills().stream());
    }

    private static boolean forbids(Limit limit, Muscle muscle, Side side) {
        return switch (limit.constraint()) {
            case Constraint.Muscles muscles -> muscles.scope().covers(muscle);
            case Constraint.ThroughTheRegion ignored ->
                limit.applied()
                        .region()
                        .map(region -> through(muscle, side, region))
                        .orElse(false);
            case PressureAbove ignored -> false;
            case Constraint.HoldAbove ignored -> false;
            case Constraint.Positions ignored -> false;
            case Constraint.Technique ignored -> false;
            case Constraint.AnyHold ignored -> false;
        };
    }

    private static boolean through(Muscle muscle, Side side, String region) {
        boolean sameSide = Regions.side(region).map(side::equals).orElse(true);
        return sameSide && Set.copyOf(muscle.through()).contains(Regions.base(region));
    }
}
