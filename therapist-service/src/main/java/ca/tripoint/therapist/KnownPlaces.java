package ca.tripoint.therapist;

import ca.tripoint.canada.place.InvalidPostalCodeException;
import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.place.Places;
import ca.tripoint.canada.place.PostalCode;
import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;

/** Reads the postal codes that callers send. */
public final class KnownPlaces {

    private KnownPlaces() {}

    /** @param field what the caller calls it, named in the refusal */
    public static PostalCode postalCode(String written, String field) {
        try {
            return PostalCode.parse(written);
        } catch (InvalidPostalCodeException notOne) {
            throw unknown(field, "wrong-format");
        }
    }

    /** The place that a postal code stands for. An area that is not in the table is refused, never guessed. */
    public static Place of(PostalCode postalCode, String field) {
        return Places.find(postalCode).orElseThrow(() -> unknown(field, "unknown"));
    }

    public static Place at(String written, String field) {
        return of(postalCode(written, field), field);
    }

    private static Refusal unknown(String field, String code) {
        return Refusal.of(TherapistProblem.UNKNOWN_POSTAL_CODE).naming(FieldError.field(field, code));
    }
}
