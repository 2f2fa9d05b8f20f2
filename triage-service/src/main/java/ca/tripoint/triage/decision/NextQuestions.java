package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Decision.Mode;
import ca.tripoint.triage.decision.Decision.NextQuestion;
import ca.tripoint.triage.decision.Decision.Progress;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is asked next: the open questions that can still move the ceiling, those that may reveal the gravest first, and among
 * these the ones that can do so alone.
 */
final class NextQuestions {
    private final Ruleset ruleset;
    private final Answers answers;
    private final Sheet sheet;
    private final Set<Question> contested;
    private final List<Judgement> open;
    private final Outcome floor;

    NextQuestions(
            Ruleset ruleset,
            Answers answers,
            Sheet sheet,
            Set<Question> contested,
            List<Judgement> judgements,
            Outcome floor) {
        this.ruleset = ruleset;
        this.answers = answers;
        this.sheet = sheet;
        this.contested = contested;
        this.open = judgements.stream().filter(Judgement::open).toList();
        this.floor = floor;
    }

    /**
     * @param potential the gravest that its answer may lead to
     * @param company how many other answers that takes
     */
    private record Candidate(Question question, Outcome potential, int company) {
        @Override
        public String toString() {
            return "Candidate[redacted]";
        }
    }

    List<NextQuestion> ordered() {
        return openQuestions()
                .map(this::candidate)
                .filter(this::matters)
                .sorted(Comparator.comparing(Candidate::potential)
                        .reversed()
                        .thenComparing(Candidate::company)
                        .thenComparing(candidate -> candidate.question().index()))
                .map(candidate -> new NextQuestion(candidate.question().id(), mode(candidate.question())))
                .toList();
    }

    /** No needed question that is, or may become, visible is open. */
    boolean everyNeededIsAnswered() {
        return ruleset.questionnaire().questions().stream()
                .noneMatch(question -> isOpen(question) && Truths.may(sheet.visible(question), Truths.TRUE));
    }

    List<String> optional() {
        return ruleset.questionnaire().questions().stream()
                .filter(question ->
                        !question.needed() && answers.to(question.id()).isEmpty())
                .filter(question -> sheet.visible(question) == Truths.TRUE)
                .map(Question::id)
                .toList();
    }

    Progress progress(boolean decided) {
        int answered = 0;
        int certain = 0;
        int possible = 0;
        for (Question question : ruleset.questionnaire().questions()) {
            int visible = sheet.visible(question);
            if (question.needed() && Truths.may(visible, Truths.TRUE)) {
                if (!isOpen(question)) {
                    answered += visible == Truths.TRUE ? 1 : 0;
                } else if (!decided && matters(candidate(question))) {
                    certain += visible == Truths.TRUE ? 1 : 0;
                    possible++;
                }
            }
        }
        Optional<String> section = decided
                ? Optional.empty()
                : ordered().stream()
                        .findFirst()
                        .map(next -> ruleset.questionnaire().question(next.id()).section());
        return new Progress(answered, certain, possible, section);
    }

    private Stream<Question> openQuestions() {
        return ruleset.questionnaire().questions().stream()
                .filter(question -> isOpen(question) && sheet.visible(question) == Truths.TRUE);
    }

    private boolean isOpen(Question question) {
        return sheet.isOpen(question);
    }

    /** While booking is still possible everything needed is asked; later only what can make it graver. */
    private boolean matters(Candidate candidate) {
        return floor.bookable() || candidate.potential().graverThan(floor);
    }

    private Candidate candidate(Question question) {
        Candidate best = new Candidate(question, Outcome.PROCEED, Integer.MAX_VALUE);
        for (Judgement judgement : open) {
            BitSet reads = judgement.rule().reads();
            boolean moves = reads.get(question.index()) || escalates(judgement, question);
            if (moves) {
                int company = company(judgement);
                boolean better = judgement.ceiling().graverThan(best.potential())
                        || judgement.ceiling() == best.potential() && company < best.company();
                if (better) {
                    best = new Candidate(question, judgement.ceiling(), company);
                }
            }
        }
        return best;
    }

    private static boolean escalates(Judgement judgement, Question question) {
        return judgement.rule() instanceof RedFlag flag
                && flag.escalates() != null
                && flag.escalates().reads().get(question.index());
    }

    /** How many open answers it takes for the rule to come to its gravest. */
    private int company(Judgement judgement) {
        BitSet reads = (BitSet) judgement.rule().reads().clone();
        if (judgement.rule() instanceof RedFlag flag
                && flag.escalates() != null
                && judgement.ceiling() != flag.outcome()) {
            reads.or(flag.escalates().reads());
        }
        return (int) reads.stream()
                .filter(index -> isOpen(ruleset.questionnaire().questions().get(index)))
                .count();
    }

    private Mode mode(Question question) {
        if (contested.contains(question)) {
            return Mode.CLARIFY;
        }
        boolean unresolved = answers.to(question.id())
                .filter(answer -> answer instanceof Answer.Unresolved)
                .isPresent();
        return unresolved ? Mode.REASK : Mode.ASK;
    }
}
