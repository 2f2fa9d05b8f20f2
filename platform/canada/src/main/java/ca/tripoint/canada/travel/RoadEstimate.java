package ca.tripoint.canada.travel;

import ca.tripoint.canada.place.Coordinates;
import java.time.Duration;

/**
 * Travel without a map: distance × detour ÷ speed, rounded up to a minute, plus parking. At no distance it is the
 * parking alone.
 *
 * @param detour how much longer a road is than the straight line
 * @param kilometresPerHour door to door, city and country alike
 * @param parking time to park and reach the door, each time
 */
public record RoadEstimate(double detour, double kilometresPerHour, Duration parking) implements Travel {

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
    }

    /** Detour 1.3, 35 km/h, 5 minutes to park. */
    public static RoadEstimate standard() {
        return new RoadEstimate(1.3, 35, Duration.ofMinutes(5));
    }

    @Override
    public Duration between(Coordinates a, Coordinates b) {
        return over(GreatCircle.kilometres(a, b));
    }

    /** The time for a distance in kilometres as the crow flies. */
    Duration over(double kilometres) {
        double minutes = kilometres * detour / kilometresPerHour * 60;
        return Duration.ofMinutes((long) Math.ceil(minutes)).plus(parking);
    }
}
