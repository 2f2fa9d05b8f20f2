package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Change;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Rule.Gate;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Ruleset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The smallest set of facts that would open booking, found by search over the rules: a new screening tomorrow, with what was
 * told today remembered, in which as few answers as possible have changed. What can be done (an assessment) is tried before
 * what can only pass (a symptom); what nobody can change (age, a diagnosis) is never suggested, but a clinician's override is
 * where a rule allows one.
 */
public final class WouldChange {
    private static final int MOST_CHANGES = 4;
    /** Sets looked at: some tens of milliseconds. */
    private static final int PATIENCE = 1_500;

    private final Ruleset ruleset;
    private final Engine engine;
    private final CandidateAnswers candidates;

    public WouldChange(Engine engine) {
        this.engine = engine;
        this.ruleset = engine.ruleset();
        this.candidates = new CandidateAnswers(ruleset);
    }

    /** A move of the search: a change, or an override. */
    private sealed interface Move {
        record To(Question question, Answer answer) implements Move {
            @Override
            public String toString() {
                return "To[redacted]";
            }
        }

        record Lift(String rule) implements Move {
            @Override
            public String toString() {
                return "Lift[redacted]";
            }
        }

        default String target() {
            return switch (this) {
                case To to -> to.question().id();
                case Lift lift -> "override " + lift.rule();
            };
        }
    }

    private record State(Answers answers, Set<String> lifted, List<Move> moves) {
        @Override
        public String toString() {
            return "State[redacted]";
        }
    }

    /** All smallest sets; empty when booking is open already or nothing within reach would open it. */
    public List<List<Fact>> of(Answers answers, Circumstances circumstances, Decision decision) {
        if (!decision.decidable() || decision.bookable()) {
            return List.of();
        }
        LocalDate tomorrow = circumstances.today().plusDays(1);
        Circumstances then = new Circumstances(
                tomorrow,
                true,
                remembered(circumstances, decision),
                circumstances.noImprovementSince(),
                circumstances.lifted());
        List<List<Fact>> found = search(answers, then, Set.of(Change.EVENT));
        return found.isEmpty() ? search(answers, then, Set.of(Change.EVENT, Change.STATE)) : found;
    }

    private List<EarlierFlag> remembered(Circumstances circumstances, Decision decision) {
        List<EarlierFlag> flags = new ArrayList<>(circumstances.earlierFlags());
        decision.remembered().forEach(code -> flags.add(new EarlierFlag(code, circumstances.today())));
        return flags;
    }

    private List<List<Fact>> search(Answers answers, Circumstances then, Set<Change> changes) {
        List<State> frontier = List.of(completed(new State(answers, then.lifted(), List.of()), then));
        Set<String> seen = new HashSet<>();
        int tried = 0;
        for (int size = 1; size <= MOST_CHANGES && !frontier.isEmpty(); size++) {
            Set<List<Fact>> opening = new LinkedHashSet<>();
            List<State> next = new ArrayList<>();
            for (State state : frontier) {
                int concern = concern(state, then);
                for (Move move : moves(state, then, changes)) {
                    State moved = completed(apply(state, move), then);
                    if (++tried > PATIENCE || !seen.add(key(moved))) {
                        continue;
                    }
                    Decision decision = decide(moved, then);
                    if (decision.bookable()) {
                        opening.add(facts(moved, answers));
                    } else if (concern(moved, then) < concern) {
                        next.add(moved);
                    }
                }
            }
            if (!opening.isEmpty()) {
                return smallest(opening);
            }
            frontier = next;
        }
        return List.of();
    }

    /** A change that helps nothing by itself is no part of a smallest set: another order of the same changes has it later. */
    private int concern(State state, Circumstances then) {
        return engine.concern(state.answers(), then.lifting(state.lifted()));
    }

    private static List<List<Fact>> smallest(Set<List<Fact>> opening) {
        int fewest = opening.stream().mapToInt(List::size).min().orElse(0);
        return opening.stream().filter(facts -> facts.size() == fewest).limit(3).toList();
    }

    private Decision decide(State state, Circumstances then) {
        return engine.decide(state.answers(), then.lifting(state.lifted()));
    }

    private static State apply(State state, Move move) {
        List<Move> moves = new ArrayList<>(state.moves());
        moves.add(move);
        return switch (move) {
            case Move.To to ->
                new State(state.answers().with(to.question().id(), to.answer()), state.lifted(), List.copyOf(moves));
            case Move.Lift lift -> {
                Set<String> lifted = new TreeSet<>(state.lifted());
                lifted.add(lift.rule());
                yield new State(state.answers(), Set.copyOf(lifted), List.copyOf(moves));
            }
        };
    }

    /** Questions without an answer are answered as favourably as the rules allow. */
    private State completed(State state, Circumstances then) {
        Circumstances lifting = then.lifting(state.lifted());
        Answers answers = state.answers();
        List<Question> unanswered = engine.unanswered(answers, lifting);
        while (!unanswered.isEmpty()) {
            for (Question question : unanswered) {
                answers = answers.with(question.id(), best(question, answers, lifting));
            }
            unanswered = engine.unanswered(answers, lifting);
        }
        return new State(answers, state.lifted(), state.moves());
    }

    private Answer best(Question question, Answers answers, Circumstances then) {
        return candidates.to(question, answers, then.today()).stream()
                .min(Comparator.comparingInt(candidate -> engine.concern(answers.with(question.id(), candidate), then)))
                .orElseThrow();
    }

    /** Only what a rule that stands in the way reads is worth changing. */
    private List<Move> moves(State state, Circumstances then, Set<Change> changes) {
        Decision decision = decide(state, then);
        BitSet reads = new BitSet();
        List<Move> moves = new ArrayList<>();
        Set<String> already = new HashSet<>();
        state.moves().forEach(move -> already.add(move.target()));
        ruleset.rules().filter(rule -> standsInTheWay(rule, decision)).forEach(rule -> {
            reads.or(rule.reads());
            if (rule instanceof Gate gate && gate.liftedBy() != null) {
                moves.add(new Move.Lift(gate.code()));
            }
        });
        reads.stream()
                .mapToObj(index -> ruleset.questionnaire().questions().get(index))
                .filter(question -> changeable(question, state.answers(), changes))
                .forEach(question -> candidates
                        .to(question, state.answers(), then.today())
                        .forEach(value -> moves.add(new Move.To(question, value))));
        moves.removeIf(move -> already.contains(move.target()));
        return moves;
    }

    private static boolean standsInTheWay(Rule rule, Decision decision) {
        boolean blocks = rule instanceof RedFlag || rule instanceof Gate;
        boolean fired =
                decision.reasons().stream().anyMatch(reason -> reason.rule().equals(rule.code()));
        boolean unresolved =
                decision.reasons().stream().anyMatch(reason -> reason.code().startsWith("UNRESOLVED_"));
        return blocks && (fired || unresolved || !decision.decidable());
    }

    private static boolean changeable(Question question, Answers answers, Set<Change> changes) {
        boolean unresolved = answers.to(question.id())
                .filter(answer -> answer instanceof Answer.Unresolved)
                .isPresent();
        return unresolved || changes.contains(question.change());
    }

    private static List<Fact> facts(State state, Answers before) {
        return state.moves().stream()
                .map(move -> switch (move) {
                    case Move.Lift lift -> (Fact) new Fact.Overridden(lift.rule());
                    case Move.To to ->
                        before.to(to.question().id())
                                .filter(answer -> answer instanceof Answer.Unresolved)
                                .map(answer ->
                                        (Fact) new Fact.Known(to.question().id()))
                                .orElseGet(() -> new Fact.Changed(to.question().id(), to.answer()));
                })
                .distinct()
                .sorted(Comparator.comparing(WouldChange::order))
                .toList();
    }

    private static String order(Fact fact) {
        return switch (fact) {
            case Fact.Changed changed -> "1 " + changed.question();
            case Fact.Known known -> "2 " + known.question();
            case Fact.Overridden overridden -> "3 " + overridden.rule();
        };
    }

    private static String key(State state) {
        return state.moves().stream()
                .map(move -> move instanceof Move.To to
                        ? to.question().id() + CandidateAnswers.key(to.answer())
                        : move.target())
                .sorted()
                .collect(Collectors.joining("|"));
    }
}
