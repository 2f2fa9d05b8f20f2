package ca.tripoint.canada.travel;

import ca.tripoint.canada.place.Area;
import java.time.Duration;

/** How long a therapist needs from one place to another. A routing engine can stand behind it. */
@FunctionalInterface
public interface Travel {

    /** Elapsed time from a door in one area to a door in the other, in whole minutes, parking included. */
    Duration between(Area a, Area b);
}
