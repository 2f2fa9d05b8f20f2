package ca.tripoint.triage.ruleset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of the catalogue. Its id and option codes are API.
 *
 * @param index position in the questionnaire, by which sheets are addressed
 * @param needed must be answered, while visible, before anybody may book
 * @param critical the answer UNKNOWN or DECLINED is itself urgent (✱)
 * @param picture one of the six items of the pain picture (S-42)
 * @param stable does not change between screenings, so it may be carried over
 * @param visibleWhen asked only when this is known to hold
 */
public record Question(
        int index,
        String id,
        String section,
        Type type,
        List<String> options,
        int min,
        int max,
        @Nullable String unit,
        boolean needed,
        boolean critical,
        boolean unknownAccepted,
        Change change,
        boolean picture,
        boolean stable,
        @Nullable Condition visibleWhen) {

    /** What an answer looks like. DAYS are counted back from the moment of answering and kept as a date. */
    public enum Type {
        WHOLE,
        DAYS,
        WEEKS,
        CHOICE,
        CHOICES,
        TEXT
    }

    /** What could change an answer: something done, a symptom passing, or nothing. */
    public enum Change {
        EVENT,
        STATE,
        FIXED
    }

    public boolean has(String code) {
        return options.contains(code);
    }

    /** The bit of this option in a sheet; CHOICES are a sum of bits, a CHOICE is one. */
    public long bit(String code) {
        int position = options.indexOf(code);
        if (position < 0) {
            throw new IllegalArgumentException("no option " + code + " in " + id);
        }
        return 1L << position;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Question question && question.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
