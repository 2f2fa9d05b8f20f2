package ca.tripoint.kittest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class QueryParametersTest {

    private static ValidatableResponse ask(String query) {
        return given().auth()
                .oauth2(TestTokens.client(UUID.randomUUID()))
                .get("/v1/counts?" + query)
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, SENSITIVE",
        "limit, 1.5",
        "limit, 99999999999",
        "page, SENSITIVE",
        "total, SENSITIVE",
        "owner, SENSITIVE",
        "since, SENSITIVE",
        "at, 2027-03-14",
        "colour, SENSITIVE",
        "from, 2027-02-30",
    })
    void a_parameter_that_cannot_be_read_is_named(String parameter, String value) {
        ask(parameter + "=" + value)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation-failed"))
                .body("errors.field", contains(parameter))
                .body("errors.code", contains("wrong-type"))
                .body(not(containsString("SENSITIVE")));
    }

    @Test
    void parameters_are_read_and_may_be_absent() {
        ask("unrelated=1").statusCode(200).body(equalTo("null 0 null false null null null null null"));
        ask("limit=5&page=2&total=7&exact=true&owner=0190a1b2-0000-7000-8000-00000000c11e&since=2027-03-14T10:00:00Z"
                        + "&at=2027-03-14T10:00:00-04:00&colour=BLUE&from=2027-03-14")
                .statusCode(200)
                .body(
                        equalTo(
                                "5 2 7 true 0190a1b2-0000-7000-8000-00000000c11e 2027-03-14T10:00:00Z 2027-03-14T10:00-04:00 BLUE 2027-03-14"));
    }
}
