package ca.tripoint.canada.travel;

import ca.tripoint.canada.place.Coordinates;
import java.time.Duration;

/** How long a therapist needs from one place to another. A routing engine can stand behind it. */
@FunctionalInterface
public interface Travel {

    /** Elapsed time from door to door, in whole minutes, parking included. */
    Duration between(Coordinates a, Coordinates b);
}
