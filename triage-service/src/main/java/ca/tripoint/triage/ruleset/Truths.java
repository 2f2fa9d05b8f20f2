package ca.tripoint.triage.ruleset;

/**
 * The truths a condition may still have once every open question has been answered: a set of {@link #FALSE}, {@link #TRUE}
 * and {@link #UNKNOWN} as bits. Members combine by Kleene's strong logic; a settled condition has exactly one member.
 */
public final class Truths {
    public static final int FALSE = 1;
    public static final int TRUE = 2;
    public static final int UNKNOWN = 4;
    public static final int TRUE_OR_FALSE = TRUE | FALSE;
    public static final int ANY = TRUE | FALSE | UNKNOWN;

    private Truths() {}

    /** FALSE wins over UNKNOWN, UNKNOWN over TRUE. */
    static int and(int left, int right) {
        int either = left | right;
        int result = either & FALSE;
        if ((left & TRUE) != 0 && (right & TRUE) != 0) {
            result |= TRUE;
        }
        boolean unknown = (left & UNKNOWN) != 0 && (right & (TRUE | UNKNOWN)) != 0
                || (right & UNKNOWN) != 0 && (left & (TRUE | UNKNOWN)) != 0;
        return unknown ? result | UNKNOWN : result;
    }

    /** TRUE wins over UNKNOWN, UNKNOWN over FALSE. */
    static int or(int left, int right) {
        return not(and(not(left), not(right)));
    }

    static int not(int truths) {
        return (truths & UNKNOWN) | ((truths & TRUE) >> 1) | ((truths & FALSE) << 1);
    }

    /** What is only unknown is not known to hold. */
    static int known(int truths) {
        return (truths & UNKNOWN) == 0 ? truths : (truths & TRUE) | FALSE;
    }

    static int of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    public static boolean may(int truths, int member) {
        return (truths & member) != 0;
    }
}
