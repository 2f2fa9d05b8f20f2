package ca.tripoint.booking.travel;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.canada.travel.RoadEstimate;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class TravelConfigTest {

    /** Therapist-service's test says the same of its own numbers: what is offered there is not refused here. */
    @Test
    void travel_is_reckoned_with_the_house_numbers() {
        TravelConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TravelConfig.class)
                .build()
                .getConfigMapping(TravelConfig.class);

        assertThat(new TravelConfig.Roads().travel(config)).isEqualTo(RoadEstimate.standard());
    }
}
