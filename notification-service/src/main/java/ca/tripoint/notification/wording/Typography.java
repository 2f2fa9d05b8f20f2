package ca.tripoint.notification.wording;

/**
 * Sets a text as a printer would, so that templates can be typed on any keyboard: curly apostrophes, and in French the
 * spaces that do not break, before a colon and inside guillemets. As is the custom in Québec, French has none before
 * {@code ; ! ?}.
 */
final class Typography {

    static final char NO_BREAK_SPACE = '\u00A0';

    private Typography() {}

    static String set(String text, Language language) {
        String apostrophes = text.replace('\'', '’');
        return switch (language) {
            case ENGLISH -> apostrophes;
            case FRENCH ->
                apostrophes
                        .replace(" :", NO_BREAK_SPACE + ":")
                        .replace("« ", "«" + NO_BREAK_SPACE)
                        .replace(" »", NO_BREAK_SPACE + "»");
        };
    }
}
