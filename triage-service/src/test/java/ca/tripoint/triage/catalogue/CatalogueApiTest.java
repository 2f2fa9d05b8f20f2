package ca.tripoint.triage.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import ca.tripoint.testkit.TripointInfrastructure;
import ca.tripoint.triage.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class CatalogueApiTest {
    private final UUID anne = UUID.randomUUID();

    @Test
    void the_questionnaire_reads_in_both_languages() {
        Api.client(anne)
                .get("/v1/questionnaires/sciatica-ca")
                .then()
                .statusCode(200)
                .body("version", notNullValue())
                .body("sha256.length()", equalTo(64))
                .body("clinicallyApproved", equalTo(false))
                .body("questions.id", hasItems("age", "ces.saddleNumbness", "highRiskPregnancy"))
                .body("questions.find { it.id == 'neuro.onsetDays' }.visibleWhen.any", hasSize(3))
                .body("questions.find { it.id == 'age' }.allowUnknown", equalTo(false))
                .body("glossary.code", hasItems("TRIGGER_POINT", "REFERRED_PAIN", "TRUE_SCIATICA"))
                .body("glossary.find { it.code == 'TRIGGER_POINT' }.text", containsString("hurts when pressed"));
        Api.client(anne)
                .header("Accept-Language", "fr")
                .get("/v1/questionnaires/sciatica-ca")
                .then()
                .body("questions[0].text", equalTo("Quel âge avez-vous?"));
        Api.client(anne).get("/v1/questionnaires/knee").then().statusCode(404);
        Api.client(anne).get("/v1/muscles").then().statusCode(200).body("items", hasSize(6));
        Api.client(anne)
                .get("/v1/regions")
                .then()
                .statusCode(200)
                .body("items", hasSize(21))
                .body("items.find { it.code == 'OUTER_HIP_L' }.paths.view", contains("FRONT", "BACK"))
                .body("svg.BACK", containsString("data-region=\"BUTTOCK_R\""))
                .body("svg.FRONT", containsString("data-region=\"GROIN_L\""));
        RestAssured.get("/v1/muscles").then().statusCode(401);
    }
}
