package ca.tripoint.triage.screening;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answer.Unresolved;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Fact;
import ca.tripoint.triage.plan.Finding;
import ca.tripoint.triage.plan.Plan;
import ca.tripoint.triage.plan.Plan.Requirements;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Ruleset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a screening says about health; it exists in plain only in memory.
 *
 * @param signalled the urgency others were told
 * @param overrides what clinicians lifted
 * @param weighed findings of the last session, which weigh in the plan
 * @param decided the decision as it was taken, with all it depended on, so that it can be replayed
 */
public record ScreeningContent(
        Map<String, StoredAnswer> answers,
        @Nullable Outcome signalled,
        @Nullable Guardian guardian,
        @Nullable Decided decided,
        List<Lifting> overrides,
        List<Finding> weighed) {

    public record StoredAnswer(Answer answer, Source source) {
        @Override
        public String toString() {
            return "StoredAnswer[redacted]";
        }
    }

    public enum Source {
        ANSWERED,
        /** From an earlier screening; not read until it is answered again. */
        CARRIED_OVER,
        /** In this screening, but too long ago to count; not read until it is answered again. */
        OUTDATED
    }

    /** Who is with a person under age, as they were named at the start. */
    @Schema(name = "Guardian")
    public record Guardian(String name, String relationship) {
        @Override
        public String toString() {
            return "Guardian[redacted]";
        }
    }

    public record Decided(
            Circumstances circumstances,
            Decision decision,
            @Nullable Plan plan,
            @Nullable Requirements requires,
            List<List<Fact>> wouldChange) {
        @Override
        public String toString() {
            return "Decided[redacted]";
        }
    }

    /**
     * A clinician lifted gates or adjustments, and why.
     *
     * @param before what had been decided until then
     */
    public record Lifting(
            UUID clinician,
            Instant at,
            Set<String> lifts,
            String reason,
            @Nullable Decided before) {
        @Override
        public String toString() {
            return "Lifting[redacted]";
        }
    }

    public ScreeningContent {
        answers = Map.copyOf(answers);
        // A row that was stored before there were any does not name them.
        overrides = overrides == null ? List.of() : List.copyOf(overrides);
        weighed = weighed == null ? List.of() : List.copyOf(weighed);
    }

    static ScreeningContent empty(@Nullable Guardian guardian) {
        return new ScreeningContent(Map.of(), null, guardian, null, List.of(), List.of());
    }

    /** What may be decided on. */
    public Answers confirmed() {
        return answers(source -> source == Source.ANSWERED);
    }

    /** What was told earlier and not said again: nothing is decided on it. */
    public Answers earlier() {
        return answers(source -> source != Source.ANSWERED);
    }

    /** Everything that was told in this screening, however long ago. */
    Answers told() {
        return answers(source -> source != Source.CARRIED_OVER);
    }

    /** What was told in this screening and is too old to count. */
    Answers outdated() {
        return answers(source -> source == Source.OUTDATED);
    }

    private Answers answers(Predicate<Source> which) {
        Map<String, Answer> found = new TreeMap<>();
        answers.forEach((id, stored) -> {
            if (which.test(stored.source())) {
                found.put(id, stored.answer());
            }
        });
        return new Answers(found);
    }

    /**
     * Answers count for as long as a clearance is valid. What was told before that is kept, and asked again where it is needed; until
     * then it is not read. A note goes on raising questions, and what is not asked anew (skin, the province) goes on binding. Itself
     * where nothing is too old.
     */
    ScreeningContent asOf(Ruleset ruleset, Instant now) {
        Instant oldest = now.minus(Duration.ofDays(ruleset.constant("clearanceDays")));
        Map<String, StoredAnswer> current = new TreeMap<>(answers);
        current.replaceAll((id, stored) -> stored.source() == Source.ANSWERED
                        && stored.answer().answeredAt().isBefore(oldest)
                        && ruleset.questionnaire().question(id).needed()
                ? new StoredAnswer(stored.answer(), Source.OUTDATED)
                : stored);
        return current.equals(answers) ? this : with(current);
    }

    ScreeningContent with(Map<String, StoredAnswer> newAnswers) {
        return new ScreeningContent(newAnswers, signalled, guardian, decided, overrides, weighed);
    }

    /** A submission that decides: whoever did not know does not know, and is not asked again. */
    ScreeningContent lastWord() {
        Map<String, StoredAnswer> last = new TreeMap<>(answers);
        last.replaceAll((id, stored) -> stored.answer() instanceof Unresolved unresolved
                ? new StoredAnswer(unresolved.asLastWord(), stored.source())
                : stored);
        return with(last);
    }

    /** These questions are now asked once more in plainer words. */
    ScreeningContent askedAgain(Set<String> questions) {
        Map<String, StoredAnswer> asked = new TreeMap<>(answers);
        asked.replaceAll((id, stored) -> stored.answer() instanceof Unresolved unresolved && questions.contains(id)
                ? new StoredAnswer(unresolved.whenAskedAgain(), stored.source())
                : stored);
        return with(asked);
    }

    ScreeningContent signalling(@Nullable Outcome urgency) {
        return new ScreeningContent(answers, urgency, guardian, decided, overrides, weighed);
    }

    ScreeningContent decided(Decided taken) {
        return new ScreeningContent(answers, signalled, guardian, taken, overrides, weighed);
    }

    ScreeningContent overridden(Lifting lifting) {
        List<Lifting> all = new ArrayList<>(overrides());
        all.add(lifting);
        return new ScreeningContent(answers, signalled, guardian, decided, all, weighed);
    }

    /** Keeps the findings that weigh in the plan, so that it can be replayed. */
    ScreeningContent weighing(List<Finding> findings) {
        return new ScreeningContent(answers, signalled, guardian, decided, overrides, findings);
    }

    /** Everything that was ever decided, the oldest first. */
    public List<Decided> decisions() {
        return Stream.concat(overrides().stream().map(Lifting::before), Stream.ofNullable(decided))
                .filter(Objects::nonNull)
                .toList();
    }

    /** When the decision that holds was taken. */
    public Instant lastDecidedAt(Screening screening) {
        return overrides().isEmpty()
                ? screening.decidedAt().orElseThrow()
                : overrides().getLast().at();
    }

    /** Codes of all gates and adjustments that were lifted. */
    Set<String> lifted() {
        return overrides().stream()
                .flatMap(lifting -> lifting.lifts().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "ScreeningContent[redacted]";
    }
}
