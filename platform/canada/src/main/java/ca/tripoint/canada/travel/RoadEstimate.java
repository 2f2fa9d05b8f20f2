package ca.tripoint.canada.travel;

import ca.tripoint.canada.place.Area;
import java.time.Duration;

/**
 * Travel without a map: distance × detour ÷ speed, rounded up to a minute, plus parking. At no distance it is the
 * parking alone. The distance is that of the middles of the two areas; where one of them is rural, the doors may be much
 * farther apart, and at least {@code ruralKilometres} are reckoned.
 *
 * @param detour how much longer a road is than the straight line
 * @param kilometresPerHour door to door, city and country alike
 * @param parking time to park and reach the door, each time
 * @param ruralKilometres how far a door may be from the middle of a rural area, as the crow flies
 */
public record RoadEstimate(double detour, double kilometresPerHour, Duration parking, double ruralKilometres)
        implements Travel {

    public RoadEstimate {
        if (!(detour >= 1 && Double.isFinite(detour))) {
            throw new IllegalArgumentException("detour must be at least 1");
        }
        if (!(kilometresPerHour > 0 && Double.isFinite(kilometresPerHour))) {
            throw new IllegalArgumentException("kilometresPerHour must be positive");
        }
        if (parking.isNegative()) {
            throw new IllegalArgumentException("parking must not be negative");
        }
        if (!(ruralKilometres >= 0 && Double.isFinite(ruralKilometres))) {
            throw new IllegalArgumentException("ruralKilometres must not be negative");
        }
    }

    /** Detour 1.3, 35 km/h, 5 minutes to park, 30 km in rural areas: half of these lie more than 60 km from the next one. */
    public static RoadEstimate standard() {
        return new RoadEstimate(1.3, 35, Duration.ofMinutes(5), 30);
    }

    @Override
    public Duration between(Area a, Area b) {
        double kilometres = GreatCircle.kilometres(a.at(), b.at());
        return over(a.fsa().isRural() || b.fsa().isRural() ? Math.max(kilometres, ruralKilometres) : kilometres);
    }

    /** The time for a distance in kilometres as the crow flies. */
    Duration over(double kilometres) {
        double minutes = kilometres * detour / kilometresPerHour * 60;
        return Duration.ofMinutes((long) Math.ceil(minutes)).plus(parking);
    }
}
