package ca.tripoint.testkit;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The OpenAPI document in {@code docs/openapi/} is what partners read: it must be what the service under test says of itself, so
 * that a change of the API shows in the diff. {@code -Dtripoint.openapi.write=true} writes it anew.
 */
public final class PublishedOpenApi {

    private PublishedOpenApi() {}

    /** @param service such as {@code booking-service} */
    public static void mustBeCurrent(String service) {
        Path published = Path.of("..", "docs", "openapi", service + ".yaml");
        String current =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        try {
            if (Boolean.getBoolean("tripoint.openapi.write")) {
                Files.createDirectories(published.getParent());
                Files.writeString(published, current);
            } else if (!Files.exists(published) || !Files.readString(published).equals(current)) {
                throw new AssertionError("docs/openapi/" + service + ".yaml is not what the service says of itself."
                        + " Look at the change and write it anew: ./mvnw verify -pl " + service
                        + " -am -Dtripoint.openapi.write=true");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
