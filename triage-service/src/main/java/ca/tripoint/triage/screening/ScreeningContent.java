package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Fact;
import ca.tripoint.triage.plan.Plan;
import ca.tripoint.triage.plan.Plan.Requirements;
import ca.tripoint.triage.ruleset.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a screening says about health; it exists in plain only in memory.
 *
 * @param remembered red flags that fired while it was open
 * @param signalled the urgency others were told
 * @param decided the decision as it was taken, with all it depended on, so that it can be replayed
 */
record ScreeningContent(
        Map<String, StoredAnswer> answers,
        List<EarlierFlag> remembered,
        @Nullable Outcome signalled,
        @Nullable Guardian guardian,
        @Nullable Decided decided) {

    record StoredAnswer(Answer answer, Source source) {}

    enum Source {
        ANSWERED,
        /** From an earlier screening; not read until it is answered again. */
        CARRIED_OVER
    }

    record Guardian(String name, String relationship) {}

    record Decided(
            Circumstances circumstances,
            Decision decision,
            @Nullable Plan plan,
            @Nullable Requirements requires,
            List<List<Fact>> wouldChange) {}

    ScreeningContent {
        answers = Map.copyOf(answers);
        remembered = List.copyOf(remembered);
    }

    static ScreeningContent empty(@Nullable Guardian guardian) {
        return new ScreeningContent(Map.of(), List.of(), null, guardian, null);
    }

    /** What may be decided on. */
    Answers confirmed() {
        Map<String, Answer> confirmed = new TreeMap<>();
        answers.forEach((id, stored) -> {
            if (stored.source() == Source.ANSWERED) {
                confirmed.put(id, stored.answer());
            }
        });
        return new Answers(confirmed);
    }

    ScreeningContent with(Map<String, StoredAnswer> newAnswers) {
        return new ScreeningContent(newAnswers, remembered, signalled, guardian, decided);
    }

    ScreeningContent signalling(@Nullable Outcome urgency) {
        return new ScreeningContent(answers, remembered, urgency, guardian, decided);
    }

    /** Keeps the first day on which each flag fired. */
    ScreeningContent remembering(List<EarlierFlag> flags) {
        List<EarlierFlag> all = new ArrayList<>(remembered);
        for (EarlierFlag flag : flags) {
            if (all.stream().noneMatch(earlier -> earlier.code().equals(flag.code()))) {
                all.add(flag);
            }
        }
        return new ScreeningContent(answers, all, signalled, guardian, decided);
    }

    ScreeningContent decided(Decided taken) {
        return new ScreeningContent(answers, remembered, signalled, guardian, taken);
    }

    @Override
    public String toString() {
        return "ScreeningContent[redacted]";
    }
}
