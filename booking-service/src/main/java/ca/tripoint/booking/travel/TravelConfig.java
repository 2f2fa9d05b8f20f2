package ca.tripoint.booking.travel;

import ca.tripoint.canada.travel.RoadEstimate;
import ca.tripoint.canada.travel.Travel;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long roads take. Therapist-service reckons with the same numbers when it offers: keep them equal. */
@ConfigMapping(prefix = "tripoint.travel")
interface TravelConfig {

    /** Roads are longer than straight lines: 1.3 is the usual mean of cities on a grid. */
    @WithDefault("1.3")
    double detour();

    /** Door to door with lights and traffic; on a highway it is faster, and then the therapist waits. */
    @WithDefault("35")
    double kilometresPerHour();

    /** To park, carry the table and ring, even in the same building. */
    @WithDefault("5m")
    Duration parking();

    /**
     * How far a door may be from the middle of a rural area (second character 0), in kilometres. On the way within, from or to such an
     * area at least so much is reckoned: half of them lie more than 60 km from the next one, and their middles say little.
     */
    @WithDefault("30")
    double ruralKilometres();

    /** A routing engine would stand here. */
    final class Roads {

        @Produces
        @Singleton
        Travel travel(TravelConfig config) {
            return new RoadEstimate(
                    config.detour(), config.kilometresPerHour(), config.parking(), config.ruralKilometres());
        }
    }
}
