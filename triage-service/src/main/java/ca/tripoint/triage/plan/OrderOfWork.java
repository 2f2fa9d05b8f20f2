package ca.tripoint.triage.plan;

import ca.tripoint.triage.plan.Plan.Step;
import ca.tripoint.triage.ruleset.PlanRules;
import ca.tripoint.triage.ruleset.Position;
import ca.tripoint.triage.ruleset.Regions.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order of a session: the gluteal layer before the piriformis (S-23), and the client turned as seldom as that allows. All
 * that is worked in one position is worked before the client turns; if that cannot be, the muscles' own order goes first.
 */
final class OrderOfWork {
    private final PlanRules rules;
    private final List<Step> steps;

    /** How the client lies. Lying on the side is another matter for each side. */
    private record Lie(Position position, Optional<Side> side) {
        static Lie of(Step step) {
            boolean sideways = step.position() == Position.SIDE_LYING;
            return new Lie(step.position(), sideways ? Optional.of(step.side()) : Optional.empty());
        }

        @Override
        public String toString() {
            return "Lie[redacted]";
        }

        /** On the side, then face down, then on the back. */
        int usual() {
            return switch (position) {
                case SIDE_LYING -> side.map(Side::ordinal).orElse(0);
                case PRONE -> 2;
                case PRONE_BOLSTERED -> 3;
                case SUPINE -> 4;
            };
        }
    }

    private OrderOfWork(List<Step> steps, PlanRules rules) {
        this.steps = steps;
        this.rules = rules;
    }

    static List<Step> of(List<Step> steps, PlanRules rules) {
        OrderOfWork order = new OrderOfWork(steps, rules);
        List<Lie> lies = steps.stream()
                .map(Lie::of)
                .distinct()
                .sorted(Comparator.comparingInt(Lie::usual))
                .toList();
        List<Step> found = order.search(List.of(), lies)
                .orElseGet(() -> steps.stream().sorted(order.ownOrder()).toList());
        List<Step> numbered = new ArrayList<>();
        found.forEach(step -> numbered.add(step.numbered(numbered.size() + 1)));
        return List.copyOf(numbered);
    }

    /** The first order of these lies that keeps every muscle after those it follows. */
    private Optional<List<Step>> search(List<Step> done, List<Lie> left) {
        if (left.isEmpty()) {
            return Optional.of(done);
        }
        for (Lie next : left) {
            List<Step> more = new ArrayList<>(done);
            steps.stream()
                    .filter(step -> Lie.of(step).equals(next))
                    .sorted(ownOrder())
                    .forEach(more::add);
            if (nobodyWaits(more, done.size())) {
                List<Lie> rest = left.stream().filter(lie -> !lie.equals(next)).toList();
                Optional<List<Step>> found = search(more, rest);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** No step since then comes before one it follows. */
    private boolean nobodyWaits(List<Step> order, int since) {
        for (int i = since; i < order.size(); i++) {
            Step step = order.get(i);
            List<String> after = rules.muscle(step.muscle()).after();
            List<Step> before = order.subList(0, i);
            boolean waits = steps.stream()
                    .filter(other -> other.side() == step.side() && after.contains(other.muscle()))
                    .anyMatch(other -> !before.contains(other));
            if (waits) {
                return false;
            }
        }
        return true;
    }

    private Comparator<Step> ownOrder() {
        return Comparator.<Step>comparingInt(step -> rules.muscle(step.muscle()).sequence())
                .thenComparing(Step::side);
    }
}
