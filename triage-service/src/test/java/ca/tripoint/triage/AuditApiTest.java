package ca.tripoint.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class AuditApiTest {
    private final UUID anne = UUID.randomUUID();
    private final String clinician = TestTokens.clinician(UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(strings = {"PROCEED", "PROCEED_WITH_ADJUSTMENTS", "ASSESSMENT_FIRST", "EMERGENCY"})
    void a_decision_replays_bit_for_bit_however_much_later(String outcome) {
        String id = Api.screen(anne, Api.answers(outcome)).extract().path("id");
        TestClock.advance(Duration.ofDays(60));

        Api.as(clinician)
                .get("/v1/screenings/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("same", equalTo(true))
                .body("differences", empty());
    }

    @Test
    void only_clinicians_replay_and_only_what_is_decided() {
        String open = Api.start(anne, Api.none()).extract().path("id");

        Api.client(anne).get("/v1/screenings/" + open + "/replay").then().statusCode(403);
        Api.as(clinician).get("/v1/screenings/" + open + "/replay").then().statusCode(404);
    }

    @Test
    void the_rule_set_reads_as_json_and_as_a_table() {
        String version = Api.as(clinician)
                .get("/v1/rulesets")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].active", equalTo(true))
                .extract()
                .path("items[0].version");

        Api.as(clinician)
                .get("/v1/rulesets/" + version)
                .then()
                .statusCode(200)
                .body("clinicallyApproved", equalTo(false))
                .body("rules.code", hasItem("SADDLE_NUMBNESS"))
                .body(
                        "rules.find { it.code == 'SEVERE_AND_WORSENING' }.condition",
                        equalTo("pain.severity ≥ 7 and pain.trend is WORSENING"))
                .body(
                        "rules.find { it.code == 'SADDLE_NUMBNESS' }.name.fr",
                        equalTo("Engourdissement de l’entrejambe"));
        String html = Api.as(clinician)
                .accept("text/html")
                .get("/v1/rulesets/" + version)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
        assertThat(html)
                .contains("SERIOUS_TRAUMA", "No clinician has approved", "Piriforme")
                .contains("pressure above MODERATE on PIRIFORMIS", "any held pressure", "through the region named")
                .contains("GO_TO_EMERGENCY", "without NO_FIRM_OR_DEEP_PRESSURE", "not for UNDER_AGE alone")
                .contains("8 to 20 seconds", "6 sessions", "ONCE_PER_PLAN", "on GUARDIAN")
                .contains("4 the main suspect", "NEURO_DETAILS_WITHOUT_SIGN")
                .contains("Une technique prudente n’est pas un manque d’effort");
        Api.as(clinician).get("/v1/rulesets/1999.1").then().statusCode(404);
        Api.as(clinician)
                .get("/v1/rulesets/" + version + "/diff?to=" + version)
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
