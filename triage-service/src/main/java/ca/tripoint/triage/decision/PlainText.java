package ca.tripoint.triage.decision;

/**
 * Text that every document can carry: what XML 1.0 allows. Control characters other than tab and line breaks, halves of surrogate
 * pairs and the two code points that are none are refused where they come in, not where a letter breaks on them.
 */
public final class PlainText {

    /** For {@code @Pattern}. */
    public static final String ALLOWED = "[\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*";

    private PlainText() {}

    public static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::allowed);
    }

    private static boolean allowed(int point) {
        return point >= 0x20 && point < Character.MIN_SURROGATE
                || point > Character.MAX_SURROGATE && point < 0xFFFE
                || point > 0xFFFF
                || point == '\t'
                || point == '\n'
                || point == '\r';
    }
}
