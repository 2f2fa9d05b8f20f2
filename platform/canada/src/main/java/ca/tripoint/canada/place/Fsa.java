package ca.tripoint.canada.place;

import java.util.regex.Pattern;

/**
 * A forward sortation area: the first three characters of a postal code, letter digit letter. The letters D, F, I, O, Q
 * and U never appear, W and Z never come first (Canada Post).
 *
 * @param code upper case, for example {@code H2X}
 */
public record Fsa(String code) implements Comparable<Fsa> {

    static final String FORM = "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z]";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidPostalCodeException if it is not letter digit letter, in upper case */
    public Fsa {
        if (!PATTERN.matcher(code).matches()) {
            throw new InvalidPostalCodeException();
        }
    }

    /** Whether it is one of the large areas in the country (second character 0): tens of kilometres across, in the north hundreds. */
    public boolean isRural() {
        return code.charAt(1) == '0';
    }

    @Override
    public int compareTo(Fsa other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
