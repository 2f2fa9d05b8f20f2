package ca.tripoint.booking.travel;

import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.place.Area;
import java.time.Instant;

/** A place where a therapist is, and how long. */
public record Stop(Instant busyFrom, Instant busyTo, Area at) {

    public static Stop of(Visit visit) {
        return new Stop(visit.busyFrom(), visit.busyTo(), visit.at());
    }
}
