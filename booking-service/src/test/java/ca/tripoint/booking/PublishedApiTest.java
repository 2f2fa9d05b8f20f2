package ca.tripoint.booking;

import ca.tripoint.testkit.PublishedOpenApi;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class PublishedApiTest {

    @Test
    void what_partners_read_is_what_the_service_says_of_itself() {
        PublishedOpenApi.mustBeCurrent("booking-service");
    }
}
