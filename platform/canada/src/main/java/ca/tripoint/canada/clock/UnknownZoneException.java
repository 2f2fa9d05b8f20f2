package ca.tripoint.canada.clock;

/** The time zone is not one of those in which the product works ({@link TimeZones#zones()}). */
public final class UnknownZoneException extends IllegalArgumentException {

    UnknownZoneException() {
        super("zone is not one of the time zones of Canada");
    }
}
