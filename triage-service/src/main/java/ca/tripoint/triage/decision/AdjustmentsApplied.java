package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Decision.AppliedAdjustment;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Rule.Adjustment;
import ca.tripoint.triage.ruleset.Sheet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An adjustment that applies, once, or once per region it names. */
final class AdjustmentsApplied {
    private AdjustmentsApplied() {}

    static List<AppliedAdjustment> of(Adjustment adjustment, Sheet sheet) {
        Question each = adjustment.forEach();
        if (each == null) {
            return List.of(new AppliedAdjustment(adjustment.code(), Optional.empty()));
        }
        if (!sheet.isGiven(each)) {
            return List.of(new AppliedAdjustment(adjustment.code(), Optional.of(AppliedAdjustment.UNKNOWN_REGION)));
        }
        return IntStream.range(0, each.options().size())
                .filter(option -> (sheet.value(each) & 1L << option) != 0)
                .mapToObj(option -> new AppliedAdjustment(
                        adjustment.code(), Optional.of(each.options().get(option))))
                .toList();
    }
}
