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

/** Red flags with their day. Answers that are too old to count can raise one more, or raise it further, and never take one away. */
final class ToldFlags {
    private final Instant started;
    private final ScreeningContent content;

    private ToldFlags(Instant started, ScreeningContent content) {
        this.started = started;
        this.content = content;
    }

    /** Those of the decision; then what old answers raise beside today's, and what they raised on the days they were given. */
    static List<ToldFlag> of(
            Engine engine, Instant started, ScreeningContent content, Circumstances circumstances, Decision decision) {
        ToldFlags told = new ToldFlags(started, content);
        Answers all = content.asTold().confirmed();
        Set<LocalDate> days = content.outdated().days();
        if (days.isEmpty()) {
            return told.current(decision).toList();
        }
        Stream<Decision> then = days.stream().map(day -> engine.decide(all.until(day), circumstances.at(day)));
        Map<String, ToldFlag> outdated = new LinkedHashMap<>();
        Stream.concat(Stream.of(engine.decide(all, circumstances)), then)
                .flatMap(told::outdated)
                .filter(flag -> decision.redFlags().stream().noneMatch(known -> covers(known, flag)))
                .forEach(flag -> outdated.merge(flag.code(), flag, ToldFlags::graver));
        return Stream.concat(told.current(decision), outdated.values().stream()).toList();
    }

    private static ToldFlag graver(ToldFlag one, ToldFlag other) {
        return other.urgency().graverThan(one.urgency()) ? other : one;
    }

    private static boolean covers(RaisedFlag known, ToldFlag flag) {
        return known.code().equals(flag.code()) && !flag.urgency().graverThan(known.urgency());
    }

    private Stream<ToldFlag> current(Decision decision) {
        return decision.redFlags().stream()
                .map(flag -> new ToldFlag(flag.code(), flag.urgency(), toldAt(decision, flag), false));
    }

    private Stream<ToldFlag> outdated(Decision decision) {
        return decision.redFlags().stream()
                .filter(flag -> basis(decision, flag).anyMatch(stored -> stored.source() == Source.OUTDATED))
                .map(flag -> new ToldFlag(flag.code(), flag.urgency(), toldAt(decision, flag), true));
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
