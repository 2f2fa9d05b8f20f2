package ca.tripoint.local;

/** The system was not started, or not told to do something, for a reason that its message says to a person. */
public final class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }
}
