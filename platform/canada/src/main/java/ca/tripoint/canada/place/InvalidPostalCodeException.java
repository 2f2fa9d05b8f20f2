package ca.tripoint.canada.place;

/** What was given is not written like a Canadian postal code. The message never repeats it. */
public final class InvalidPostalCodeException extends IllegalArgumentException {

    InvalidPostalCodeException() {
        super("postal code is not written like A1A 1A1");
    }
}
