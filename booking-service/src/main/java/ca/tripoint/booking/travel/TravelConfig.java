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

    /** A routing engine would stand here. */
    final class Roads {

        @Produces
        @Singleton
        Travel travel(TravelConfig config) {
            return new RoadEstimate(config.detour(), config.kilometresPerHour(), config.parking());
        }
    }
}
