package ca.tripoint.triage.catalogue;

import ca.tripoint.triage.ruleset.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A condition as nested JSON, in the operators of the rules file. */
public final class ConditionJson {
    private ConditionJson() {}

    public static Map<String, Object> of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> Map.of("all", parts(all.of()));
            case Condition.Any any -> Map.of("any", parts(any.of()));
            case Condition.Not not -> Map.of("not", of(not.of()));
            case Condition.Known known -> Map.of("known", of(known.of()));
            case Condition.Defined defined -> Map.of("defined", defined.name());
            case Condition.OneOf is -> Map.of("in", Map.of(is.question().id(), is.codes()));
            case Condition.Contains has ->
                Map.of("contains", Map.of(has.question().id(), has.codes()));
            case Condition.Compare compare ->
                Map.of(
                        compare.comparison().name().toLowerCase(Locale.ROOT),
                        Map.of(compare.question().id(), compare.number()));
            case Condition.WithinDays within ->
                Map.of("withinDays", Map.of(within.question().id(), within.days()));
            case Condition.Later later ->
                Map.of("later", Map.of(later.event().id(), later.than().id()));
            case Condition.Answered answered ->
                Map.of("answered", answered.question().id());
            case Condition.Standing standing ->
                Map.of(
                        "standing",
                        Map.of(standing.fact().name(), standing.unlessLater().id()));
        };
    }

    private static List<Map<String, Object>> parts(List<Condition> parts) {
        return parts.stream().map(ConditionJson::of).toList();
    }
}
