package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Decision.RaisedFlag;
import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.screening.ScreeningContent.Source;
import ca.tripoint.triage.screening.ScreeningContent.StoredAnswer;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Red flags with their day. Answers that are too old to count can raise one more, or raise it further, and never take one away. */
final class ToldFlags {
    private final Instant started;
    private final ScreeningContent content;

    private ToldFlags(Instant started, ScreeningContent content) {
        this.started = started;
        this.content = content;
    }

    /** Those of the decision; then what old answers raise beside today's, and what they raised when they were given. */
    static List<ToldFlag> of(
            Engine engine, Instant started, ScreeningContent content, Circumstances circumstances, Decision decision) {
        ToldFlags told = new ToldFlags(started, content);
        List<ToldFlag> current = told.flags(decision, false).toList();
        Answers outdated = content.outdated();
        Optional<Instant> newest = outdated.newestAt();
        if (newest.isEmpty()) {
            return current;
        }
        Decision together = engine.decide(content.asTold().confirmed(), circumstances);
        Decision then = engine.decide(outdated, circumstances.at(CalendarDay.of(newest.get())));
        Map<String, ToldFlag> gravest = new LinkedHashMap<>();
        Stream.concat(told.flags(together, true), told.flags(then, true))
                .filter(flag -> decision.redFlags().stream().noneMatch(known -> covers(known, flag)))
                .forEach(flag -> gravest.merge(
                        flag.code(), flag, (one, other) -> other.urgency().graverThan(one.urgency()) ? other : one));
        return Stream.concat(current.stream(), gravest.values().stream()).toList();
    }

    private static boolean covers(RaisedFlag known, ToldFlag flag) {
        return known.code().equals(flag.code()) && !flag.urgency().graverThan(known.urgency());
    }

    private Stream<ToldFlag> flags(Decision decision, boolean outdated) {
        return decision.redFlags().stream()
                .map(flag -> new ToldFlag(flag.code(), flag.urgency(), toldAt(decision, flag, outdated), outdated));
    }

    /** The newest of the answers it rests on; of an outdated one, of those that are too old. */
    private Instant toldAt(Decision decision, RaisedFlag flag, boolean outdated) {
        Predicate<StoredAnswer> counts = stored -> !outdated || stored.source() == Source.OUTDATED;
        return decision.reasons().stream()
                .filter(reason -> reason.code().equals(flag.code()))
                .flatMap(reason -> reason.questions().stream())
                .flatMap(question -> Stream.ofNullable(content.answers().get(question)))
                .filter(counts)
                .map(stored -> stored.answer().answeredAt())
                .max(Comparator.naturalOrder())
                .orElse(started);
    }
}
