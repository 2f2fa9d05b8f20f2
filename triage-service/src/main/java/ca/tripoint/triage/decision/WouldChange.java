package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Change;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Rule.Gate;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The smallest sets of facts that would open booking, found by search over the rules: a new screening tomorrow, with what was
 * told today remembered, in which as few answers as possible have changed. What can be done (an assessment) is tried before
 * what can only pass (a symptom); what nobody can change (age, a diagnosis) is never suggested, but a clinician's override is
 * where a rule allows one.
 *
 * <p>Whatever opens booking must change an answer that a given rule in the way reads, or lift that rule. So it is enough to try
 * the changes of one such rule, the one that offers fewest, and to go on with what then is still in the way; with one change
 * more allowed each time, what is found first is smallest.
 */
public final class WouldChange {
    private static final int MOST_CHANGES = 5;
    private static final int SHOWN = 3;
    /** Forms looked at before the search gives up: some tens of milliseconds, at worst. */
    private static final int PATIENCE = 3_000;

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
        boolean hasMoved(String target) {
            return moves.stream().anyMatch(move -> move.target().equals(target));
        }

        @Override
        public String toString() {
            return "State[redacted]";
        }
    }

    private record Form(Answers answers, Sheet sheet) {
        @Override
        public String toString() {
            return "Form[redacted]";
        }
    }

    /** All smallest sets of different changes, up to three; empty when booking is open already or nothing within reach would open it. */
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
        List<List<Fact>> found = new Search(answers, then, Set.of(Change.EVENT)).smallest();
        return found.isEmpty() ? new Search(answers, then, Set.of(Change.EVENT, Change.STATE)).smallest() : found;
    }

    private static List<EarlierFlag> remembered(Circumstances circumstances, Decision decision) {
        List<EarlierFlag> flags = new ArrayList<>(circumstances.earlierFlags());
        decision.remembered().forEach(code -> flags.add(new EarlierFlag(code, circumstances.today())));
        return flags;
    }

    private final class Search {
        private final Answers before;
        private final Circumstances then;
        private final Set<Change> changes;
        private final Set<String> seen = new HashSet<>();
        private final Set<List<Fact>> opening = new LinkedHashSet<>();
        private int looked;

        Search(Answers before, Circumstances then, Set<Change> changes) {
            this.before = before;
            this.then = then;
            this.changes = changes;
        }

        List<List<Fact>> smallest() {
            for (int size = 1; size <= MOST_CHANGES && opening.isEmpty() && looked < PATIENCE; size++) {
                seen.clear();
                open(new State(before, then.lifted(), List.of()), size);
            }
            Set<String> told = new HashSet<>();
            return opening.stream()
                    .filter(facts ->
                            told.add(facts.stream().map(WouldChange::order).collect(Collectors.joining("|"))))
                    .limit(SHOWN)
                    .toList();
        }

        private void open(State told, int changesLeft) {
            if (++looked > PATIENCE || !seen.add(key(told))) {
                return;
            }
            Circumstances lifting = then.lifting(told.lifted());
            Form form = asked(told.answers(), lifting);
            State state = new State(form.answers(), told.lifted(), told.moves());
            List<Rule> inTheWay = engine.inTheWay(form.answers(), form.sheet(), lifting);
            if (inTheWay.isEmpty()) {
                if (engine.decide(form.answers(), lifting).bookable()) {
                    opening.add(facts(state));
                }
            } else if (changesLeft > 0) {
                inTheWay.stream()
                        .map(rule -> moves(rule, state))
                        .min(Comparator.comparingInt(List::size))
                        .ifPresent(fewest -> fewest.forEach(move -> open(applied(state, move), changesLeft - 1)));
            }
        }

        /** Everything that may take this rule out of the way, or be a part of it. */
        private List<Move> moves(Rule rule, State state) {
            List<Move> moves = new ArrayList<>();
            rule.reads().stream()
                    .mapToObj(index -> ruleset.questionnaire().questions().get(index))
                    .filter(question -> changeable(question, state) && !state.hasMoved(question.id()))
                    .forEach(question -> candidates
                            .to(question, state.answers(), then.today())
                            .forEach(answer -> moves.add(new Move.To(question, answer))));
            if (rule instanceof Gate gate && gate.liftedBy() != null) {
                moves.add(new Move.Lift(gate.code()));
            }
            return moves;
        }

        private boolean changeable(Question question, State state) {
            return changes.contains(question.change()) || isUnresolved(question, state.answers());
        }

        /** A new form asks what is visible on it and nothing else; what was not asked before is answered favourably. */
        private Form asked(Answers told, Circumstances lifting) {
            Form form = withoutHidden(laidOut(told, lifting), lifting);
            List<Question> unanswered = engine.unanswered(form.sheet());
            while (!unanswered.isEmpty()) {
                Answers answers = form.answers();
                for (Question question : unanswered) {
                    answers = answers.with(question.id(), best(question, answers, lifting));
                }
                form = laidOut(answers, lifting);
                unanswered = engine.unanswered(form.sheet());
            }
            return form;
        }

        private Form laidOut(Answers answers, Circumstances lifting) {
            return new Form(answers, engine.sheet(answers, lifting));
        }

        private Form withoutHidden(Form form, Circumstances lifting) {
            Map<String, Answer> shown = new HashMap<>(form.answers().byQuestion());
            shown.keySet().removeIf(id -> {
                Question question = ruleset.questionnaire().question(id);
                return question.type() == Type.TEXT || form.sheet().visible(question) != Truths.TRUE;
            });
            return shown.size() == form.answers().byQuestion().size() ? form : laidOut(new Answers(shown), lifting);
        }

        private Answer best(Question question, Answers answers, Circumstances lifting) {
            return candidates.to(question, answers, then.today()).stream()
                    .min(Comparator.comparingInt(
                            candidate -> engine.concern(answers.with(question.id(), candidate), lifting)))
                    .orElseThrow();
        }

        private List<Fact> facts(State state) {
            return state.moves().stream()
                    .map(move -> switch (move) {
                        case Move.Lift lift -> (Fact) new Fact.Overridden(lift.rule());
                        case Move.To to ->
                            isUnresolved(to.question(), before)
                                    ? new Fact.Known(to.question().id())
                                    : new Fact.Changed(to.question().id(), to.answer());
                    })
                    .distinct()
                    .sorted(Comparator.comparing(WouldChange::order))
                    .toList();
        }
    }

    private static boolean isUnresolved(Question question, Answers answers) {
        return answers.to(question.id())
                .filter(answer -> answer instanceof Answer.Unresolved)
                .isPresent();
    }

    private static State applied(State state, Move move) {
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
