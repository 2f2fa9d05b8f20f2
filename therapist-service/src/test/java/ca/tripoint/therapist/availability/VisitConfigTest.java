package ca.tripoint.therapist.availability;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.canada.travel.RoadEstimate;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class VisitConfigTest {

    /** Booking-service's test says the same of its own numbers: what is offered here is not refused there. */
    @Test
    void travel_is_reckoned_with_the_house_numbers() {
        VisitConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(VisitConfig.class)
                .build()
                .getConfigMapping(VisitConfig.class);

        VisitPolicy policy = new AvailabilityRules().policy(config);

        assertThat(policy.travel()).isEqualTo(RoadEstimate.standard());
        assertThat(policy.ruralKilometres()).isEqualTo(RoadEstimate.standard().ruralKilometres());
    }
}
