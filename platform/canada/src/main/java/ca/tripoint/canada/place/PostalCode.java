package ca.tripoint.canada.place;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A Canadian postal code in its stored form, six characters in upper case without a space: {@code H2X1Y4}.
 *
 * <p>A full code can stand for a single house, so it prints only its area; {@link #display()} is for envelopes and the
 * person who lives there.
 *
 * @param value for example {@code H2X1Y4}
 */
public record PostalCode(String value) {

    private static final Pattern STORED = Pattern.compile(Fsa.FORM + "[0-9][ABCEGHJ-NPRSTV-Z][0-9]");

    /** As people write it: ASCII letters in either case, a space or hyphen in the middle, or nothing. */
    private static final Pattern WRITTEN =
            Pattern.compile("(" + Fsa.FORM + ")[ -]?([0-9][ABCEGHJ-NPRSTV-Z][0-9])", Pattern.CASE_INSENSITIVE);

    /** @throws InvalidPostalCodeException if it is not in the stored form; use {@link #parse} for what people write */
    public PostalCode {
        if (!STORED.matcher(value).matches()) {
            throw new InvalidPostalCodeException();
        }
    }

    /**
     * Reads what a person wrote, for example {@code h2x 1y4}.
     *
     * @throws InvalidPostalCodeException if it is not written like a postal code
     */
    public static PostalCode parse(String written) {
        var matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new InvalidPostalCodeException();
        }
        return new PostalCode((matcher.group(1) + matcher.group(2)).toUpperCase(Locale.ROOT));
    }

    /** The area: the first three characters. */
    public Fsa fsa() {
        return new Fsa(value.substring(0, 3));
    }

    /** As it is written on an envelope: {@code H2X 1Y4}. */
    public String display() {
        return value.substring(0, 3) + " " + value.substring(3);
    }

    @Override
    public String toString() {
        return "PostalCode[" + fsa() + "]";
    }
}
