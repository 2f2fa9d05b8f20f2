package ca.tripoint.booking.travel;

import ca.tripoint.canada.travel.Travel;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The stops of one therapist around a new one. Only the nearest before and after matter: whoever reaches those reaches the rest.
 *
 * @param stops may lie in any order; those that overlap the new one are not travel's business
 */
public record Itinerary(Collection<Stop> stops) {

    /** Whether the therapist gets from the stop before to the new one, and from there to the stop after. */
    public boolean hasRoomFor(Stop visit, Travel travel) {
        return before(visit).map(stop -> inTime(stop, visit, travel)).orElse(true)
                && after(visit).map(stop -> inTime(visit, stop, travel)).orElse(true);
    }

    private Optional<Stop> before(Stop visit) {
        return stops.stream()
                .filter(stop -> !stop.busyTo().isAfter(visit.busyFrom()))
                .max(Comparator.comparing(Stop::busyTo));
    }

    private Optional<Stop> after(Stop visit) {
        return stops.stream()
                .filter(stop -> !stop.busyFrom().isBefore(visit.busyTo()))
                .min(Comparator.comparing(Stop::busyFrom));
    }

    private static boolean inTime(Stop from, Stop to, Travel travel) {
        return !from.busyTo().plus(travel.between(from.at(), to.at())).isAfter(to.busyFrom());
    }
}
