package ca.tripoint.therapist.availability;

import ca.tripoint.canada.hours.OpeningHours;
import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.travel.Travel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What holds for every visit, whoever comes.
 *
 * @param setUp before treatment
 * @param packDown after treatment
 * @param notice shortest time from now to the start
 * @param horizon longest time from now to the start
 * @param travel how long from one visit to the next
 * @param travelFromUnknown assumed where this service does not know where the other visit is
 * @param ruralKilometres how far a door may be from the middle of a rural area
 */
public record VisitPolicy(
        Duration setUp,
        Duration packDown,
        Duration notice,
        Duration horizon,
        Travel travel,
        Duration travelFromUnknown,
        double ruralKilometres) {

    public Instant earliest(Instant now) {
        return now.plus(notice);
    }

    public Instant latest(Instant now) {
        return now.plus(horizon);
    }

    /** Whether somebody who goes there goes to a place. */
    public boolean reaches(ServiceArea area, Place place) {
        return area.reaches(place, ruralKilometres);
    }

    /** The therapist's time that a visit takes: set-up and pack-down included, travel not. */
    public TimeRange busy(Visit visit) {
        return new TimeRange(visit.start().minus(setUp), visit.end().plus(packDown));
    }

    /** What stands against a visit whoever comes. Ask first: a start within the horizon is one that everything else can reckon with. */
    public Optional<Obstacle> obstacle(Visit visit, Instant now) {
        if (visit.start().isBefore(earliest(now))) {
            return Optional.of(Obstacle.TOO_SOON);
        }
        if (visit.start().isAfter(latest(now))) {
            return Optional.of(Obstacle.BEYOND_HORIZON);
        }
        if (!OpeningHours.onGrid(visit.start(), visit.place().zone())) {
            return Optional.of(Obstacle.OFF_GRID);
        }
        if (!OpeningHours.covers(visit.start(), visit.length(), visit.place().zone())) {
            return Optional.of(Obstacle.OUTSIDE_OPENING_HOURS);
        }
        return Optional.empty();
    }
}
