package ca.tripoint.booking.booking;

import ca.tripoint.canada.money.Money;

/** What ending a booking costs the client, and why. */
public record Fee(Money amount, Reason reason) {

    public enum Reason {
        /** A hold costs nothing. */
        NOT_BOOKED_YET,
        /** Within the time of grace after it was booked or moved. */
        JUST_BOOKED,
        /** Long enough before the start. */
        IN_GOOD_TIME,
        /** Later than in good time: the reduced share. */
        SHORT_NOTICE,
        /** So late that the time is lost: the whole price. */
        LAST_MINUTE,
        /** Therapist, operations, a warning sign: never the client's cost. */
        NOT_THE_CLIENTS_DOING
    }

    public static Fee none(Reason reason) {
        return new Fee(Money.ZERO, reason);
    }
}
