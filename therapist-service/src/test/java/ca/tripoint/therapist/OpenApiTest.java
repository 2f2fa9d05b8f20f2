package ca.tripoint.therapist;

import ca.tripoint.testkit.PublishedOpenApi;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class OpenApiTest {

    @Test
    void the_published_openapi_document_is_current() {
        PublishedOpenApi.mustBeCurrent("therapist-service");
    }
}
