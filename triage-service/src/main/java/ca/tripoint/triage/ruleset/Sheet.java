package ca.tripoint.triage.ruleset;

import ca.tripoint.triage.ruleset.Condition.StandingFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Answers laid out for evaluation on one day: numbers, day counts and option bits by question index. It gives conditions
 * their meaning. Never printed: it holds health answers.
 */
public final class Sheet {
    private static final byte ABSENT = 0;
    private static final byte OPEN = 1;
    private static final byte UNKNOWN = 2;
    private static final byte GIVEN = 3;

    private final List<Question> questions;
    private final byte[] states;
    private final long[] values;
    private final byte[] visible;
    private final boolean imagined;
    private final Map<StandingFact, List<Earlier>> standing = new EnumMap<>(StandingFact.class);

    /** A fact of an earlier day; its truths say whether it holds, given the answers of today. */
    public record Earlier(int daysAgo, int truths) {}

    /** All needed questions open, all others absent. */
    public Sheet(Questionnaire questionnaire) {
        this(questionnaire, false);
    }

    /** Imagined, every question may still be given any answer. */
    Sheet(Questionnaire questionnaire, boolean imagined) {
        this.imagined = imagined;
        questions = questionnaire.questions();
        states = new byte[questions.size()];
        values = new long[questions.size()];
        visible = new byte[questions.size()];
        for (Question question : questions) {
            states[question.index()] = imagined || question.needed() ? OPEN : ABSENT;
        }
    }

    public void give(Question question, long value) {
        set(question, GIVEN, value);
    }

    public void unknown(Question question) {
        set(question, UNKNOWN, 0);
    }

    /** Anything may still be answered here. */
    public void open(Question question) {
        set(question, OPEN, 0);
    }

    public void standing(StandingFact fact, Earlier earlier) {
        standing.computeIfAbsent(fact, any -> new ArrayList<>()).add(earlier);
    }

    private void set(Question question, byte state, long value) {
        states[question.index()] = state;
        values[question.index()] = value;
        Arrays.fill(visible, (byte) 0);
    }

    public boolean isOpen(Question question) {
        return states[question.index()] == OPEN;
    }

    public boolean isUnknown(Question question) {
        return states[question.index()] == UNKNOWN;
    }

    public boolean isGiven(Question question) {
        return states[question.index()] == GIVEN;
    }

    public long value(Question question) {
        return values[question.index()];
    }

    /** Whether the question is, or may become, visible. It is only when its condition is known to hold. */
    public int visible(Question question) {
        int memo = visible[question.index()];
        if (memo == 0) {
            Condition when = question.visibleWhen();
            memo = when == null ? Truths.TRUE : Truths.known(truths(when));
            visible[question.index()] = (byte) memo;
        }
        return memo;
    }

    public int truths(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all(all.of());
            case Condition.Any any -> any(any.of());
            case Condition.Not not -> Truths.not(truths(not.of()));
            case Condition.Known known -> Truths.known(truths(known.of()));
            case Condition.Defined defined -> truths(defined.of());
            case Condition.OneOf is -> seen(is.question(), chosen(is.question(), is.bits()));
            case Condition.Contains has -> seen(has.question(), chosen(has.question(), has.bits()));
            case Condition.Compare compare -> seen(compare.question(), compared(compare));
            case Condition.WithinDays within -> seen(within.question(), recent(within));
            case Condition.Later later -> later(later);
            case Condition.Answered answered -> answered(answered.question());
            case Condition.Standing stands -> stands(stands);
        };
    }

    private int all(List<Condition> parts) {
        int truths = Truths.TRUE;
        for (int i = 0; i < parts.size() && truths != Truths.FALSE; i++) {
            truths = Truths.and(truths, truths(parts.get(i)));
        }
        return truths;
    }

    private int any(List<Condition> parts) {
        int truths = Truths.FALSE;
        for (int i = 0; i < parts.size() && truths != Truths.TRUE; i++) {
            truths = Truths.or(truths, truths(parts.get(i)));
        }
        return truths;
    }

    /** What an invisible question says is not read: false. */
    private int seen(Question question, int truths) {
        int shown = visible(question);
        return shown == Truths.TRUE ? truths : shown == Truths.FALSE ? Truths.FALSE : truths | Truths.FALSE;
    }

    private int chosen(Question question, long bits) {
        return isGiven(question) ? Truths.of((value(question) & bits) != 0) : notGiven(question);
    }

    private int compared(Condition.Compare compare) {
        Question question = compare.question();
        return isGiven(question)
                ? Truths.of(compare.comparison().holds(value(question), compare.number()))
                : notGiven(question);
    }

    private int recent(Condition.WithinDays within) {
        return switch (states[within.question().index()]) {
            case GIVEN -> Truths.of(value(within.question()) <= within.days());
            case UNKNOWN -> Truths.TRUE;
            case OPEN -> Truths.TRUE_OR_FALSE;
            default -> Truths.FALSE;
        };
    }

    private int later(Condition.Later later) {
        int both = seen(later.event(), day(later.event()));
        both = Truths.and(both, seen(later.than(), day(later.than())));
        if (both != Truths.TRUE) {
            return both;
        }
        return Truths.of(value(later.event()) < value(later.than()));
    }

    /** TRUE for a known day, FALSE for none. */
    private int day(Question question) {
        return isGiven(question) ? Truths.TRUE : isOpen(question) ? Truths.TRUE_OR_FALSE : Truths.FALSE;
    }

    private int notGiven(Question question) {
        return switch (states[question.index()]) {
            case UNKNOWN -> Truths.UNKNOWN;
            case OPEN -> question.unknownAccepted() ? Truths.ANY : Truths.TRUE_OR_FALSE;
            default -> Truths.FALSE;
        };
    }

    private int answered(Question question) {
        return imagined && isOpen(question) ? Truths.TRUE_OR_FALSE : Truths.of(isGiven(question));
    }

    private int stands(Condition.Standing stands) {
        int truths = Truths.FALSE;
        for (Earlier earlier : standing.getOrDefault(stands.fact(), List.of())) {
            int lifted = seen(stands.unlessLater(), day(stands.unlessLater()));
            if (lifted == Truths.TRUE) {
                lifted = Truths.of(value(stands.unlessLater()) < earlier.daysAgo());
            }
            truths = Truths.or(truths, Truths.and(earlier.truths(), Truths.not(lifted)));
        }
        return truths;
    }
}
