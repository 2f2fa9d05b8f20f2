package ca.tripoint.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class LetterApiTest {
    private final UUID anne = UUID.randomUUID();

    private String letter(String id, String language) {
        return Api.client(anne)
                .header("Accept-Language", language)
                .accept("text/html")
                .get("/v1/screenings/" + id + "/letter")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
    }

    @Test
    void a_letter_to_the_emergency_department_says_why_in_both_languages() {
        ObjectNode answers = Api.answers("EMERGENCY").put("notes", "<b>since Tuesday</b>");
        String id = Api.screen(anne, answers).extract().path("id");

        assertThat(letter(id, "en-CA"))
                .contains(
                        "To the emergency department",
                        "Bladder control",
                        "BMJ Best Practice",
                        "Numbness between the legs")
                .contains("120 days ago")
                .doesNotContain("since Tuesday", "In your own words")
                .contains("has not been approved by a clinician");
        assertThat(letter(id, "fr-CA"))
                .contains("Au service des urgences", "Contrôle de la vessie", "il y a 120 jours", "Votre réponse");
    }

    @Test
    void what_was_written_freely_is_in_no_letter_and_no_export() {
        ObjectNode answers = Api.answers("ASSESSMENT_FIRST").put("notes", "My dog barks");
        String id = Api.screen(anne, answers).extract().path("id");

        assertThat(letter(id, "en-CA")).doesNotContain("My dog barks");
        assertThat(Api.client(anne)
                        .get("/v1/screenings/" + id + "/fhir")
                        .then()
                        .extract()
                        .asString())
                .doesNotContain("My dog barks");
        Api.get(anne, id).body("answers.notes.value", equalTo("My dog barks"));
    }

    @Test
    void a_letter_names_skin_nobody_knows_about_and_days_as_people_do() {
        ObjectNode answers = Api.answers("PROCEED")
                .put("skin.localProblemRegions", "UNKNOWN")
                .put("assessment.daysAgo", 1);
        String id = Api.screen(anne, answers).extract().path("id");

        assertThat(letter(id, "en-CA"))
                .contains("Skin to be checked", "yesterday (")
                .doesNotContain("Left alone", "because of the skin");
        assertThat(letter(id, "fr-CA")).contains("Peau à vérifier", "hier (");
    }

    @Test
    void a_letter_says_what_was_not_answered() {
        String id = Api.start(anne, Api.none().put("ces.saddleNumbness", "YES"))
                .extract()
                .path("id");

        assertThat(letter(id, "en")).contains("Not answered", "Severity, 0 to 10");
    }

    @Test
    void a_letter_prints_on_paper() throws IOException {
        String id = Api.screen(anne, Api.answers("ASSESSMENT_FIRST")).extract().path("id");

        byte[] pdf = Api.client(anne)
                .header("Accept-Language", "fr-CA")
                .accept("application/pdf")
                .get("/v1/screenings/" + id + "/letter")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();

        Files.write(Path.of("target", "letter.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(1, 3);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Au médecin de famille ou au physiothérapeute",
                            "Pas encore d’évaluation",
                            "Signature".toLowerCase());
        }
    }

    @Test
    void a_letter_is_its_persons_and_the_clinicians() {
        String id = Api.screen(anne, Api.answers("EMERGENCY")).extract().path("id");
        String path = "/v1/screenings/" + id + "/letter";

        Api.client(UUID.randomUUID()).accept("text/html").get(path).then().statusCode(404);
        Api.as(TestTokens.clinician(UUID.randomUUID()))
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200);
        String open = Api.start(anne, Api.none()).extract().path("id");
        Api.client(anne)
                .accept("text/html")
                .get("/v1/screenings/" + open + "/letter")
                .then()
                .statusCode(404);
    }

    @Test
    void a_screening_is_exported_as_fhir_to_its_person_alone() {
        String id = Api.screen(anne, Api.answers("EMERGENCY")).extract().path("id");
        String path = "/v1/screenings/" + id + "/fhir";

        Api.client(anne)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/fhir+json")
                .body("resourceType", equalTo("Bundle"))
                .body("entry.resource.resourceType", hasItem("RiskAssessment"));
        Api.client(UUID.randomUUID()).get(path).then().statusCode(404);
        Api.as(TestTokens.therapist(anne)).get(path).then().statusCode(403);
    }

    @Test
    void a_shadow_run_tells_counts_and_ids_only() {
        Api.screen(anne, Api.answers("PROCEED"));
        String clinician = TestTokens.clinician(UUID.randomUUID());
        String version = Api.as(clinician).get("/v1/rulesets").then().extract().path("items[0].version");

        Api.as(clinician)
                .post("/v1/rulesets/" + version + "/shadow-run")
                .then()
                .statusCode(200)
                .body("compared", greaterThan(0))
                .body("changed", equalTo(0))
                .body("screeningIds", empty());
        Api.client(anne).post("/v1/rulesets/" + version + "/shadow-run").then().statusCode(403);
    }
}
