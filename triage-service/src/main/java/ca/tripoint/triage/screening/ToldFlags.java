package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Decision.RaisedFlag;
import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.screening.ScreeningContent.Source;
import ca.tripoint.triage.screening.ScreeningContent.StoredAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Red flags with their day, each once and as grave as anything told in the screening makes it: answers that are too old to count can
 * raise, and never lower.
 */
final class ToldFlags {
    private final Instant started;
    private final ScreeningContent content;

    private ToldFlags(Instant started, ScreeningContent content) {
        this.started = started;
        this.content = content;
    }

    /** Those of the decision; what old answers raise beside today's; and what they raised on the days they were given. */
    static List<ToldFlag> of(
            Engine engine, Instant started, ScreeningContent content, Circumstances circumstances, Decision decision) {
        ToldFlags told = new ToldFlags(started, content);
        Map<String, ToldFlag> gravest = new LinkedHashMap<>();
        told.add(decision, false, gravest);
        Set<LocalDate> days = content.outdated().days();
        if (!days.isEmpty()) {
            Answers all = content.told();
            told.add(engine.decide(all, circumstances), true, gravest);
            days.forEach(day -> told.add(engine.decide(all.until(day), circumstances.at(day)), true, gravest));
        }
        return List.copyOf(gravest.values());
    }

    private void add(Decision decision, boolean outdated, Map<String, ToldFlag> gravest) {
        decision.redFlags().stream()
                .filter(flag -> !outdated || restsOnOutdated(decision, flag))
                .map(flag -> new ToldFlag(flag.code(), flag.urgency(), toldAt(decision, flag), outdated))
                .forEach(flag -> gravest.merge(
                        flag.code(), flag, (one, other) -> other.urgency().graverThan(one.urgency()) ? other : one));
    }

    private boolean restsOnOutdated(Decision decision, RaisedFlag flag) {
        return basis(decision, flag).anyMatch(stored -> stored.source() == Source.OUTDATED);
    }

    private Instant toldAt(Decision decision, RaisedFlag flag) {
        return basis(decision, flag)
                .map(stored -> stored.answer().answeredAt())
                .max(Comparator.naturalOrder())
                .orElse(started);
    }

    private Stream<StoredAnswer> basis(Decision decision, RaisedFlag flag) {
        return decision.reasons().stream()
                .filter(reason -> reason.code().equals(flag.code()))
                .flatMap(reason -> reason.questions().stream())
                .flatMap(question -> Stream.ofNullable(content.answers().get(question)));
    }
}
