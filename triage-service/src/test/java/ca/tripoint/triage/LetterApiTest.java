package ca.tripoint.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .contains("has not been approved by a clinician", "This letter is not a diagnosis");
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

        assertThat(letter(id, "en"))
                .contains("Not answered", "Severity, 0 to 10", "Constant or in waves")
                .doesNotContain("Province of the visit", "In your own words");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml, application/pdf;q=0.5   | application/pdf",
                "text/html;q=0.2, application/pdf         | application/pdf",
                "text/html, application/pdf;q=0.9         | text/html",
                "text/html;charset=UTF-8                  | text/html",
                "TEXT/HTML;level=1                        | text/html",
                "application/pdf;version=1.7              | application/pdf",
                "text/html;q=0.1, */*                     | application/pdf",
                "text/html;q=0, */*                       | application/pdf",
                "text/*;q=0.1, application/*;q=0.2        | application/pdf",
                "' '                                      | text/html",
                "*/*                                      | text/html"
            })
    void the_form_that_is_wanted_most_is_given(String wanted, String given) {
        String id = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");

        ValidatableResponse letter = Api.client(anne)
                .header("Accept", wanted)
                .get("/v1/screenings/" + id + "/letter")
                .then()
                .statusCode(200)
                .contentType(containsString(given));

        assertThat(letter.extract().headers().getValues("Vary")).contains("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/html;q=0", "application/*;q=0"})
    void a_form_that_there_is_not_is_refused(String wanted) {
        String id = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");

        Api.client(anne)
                .header("Accept", wanted)
                .get("/v1/screenings/" + id + "/letter")
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
    }

    @Test
    void rule_sets_and_exports_are_asked_for_alike() {
        String id = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        String fhir = "/v1/screenings/" + id + "/fhir";
        String rules = "/v1/rulesets/2026.11.1";

        Api.client(anne).header("Accept", " ").get(fhir).then().contentType(containsString("fhir+json"));
        Api.client(anne)
                .header("Accept", " ", "application/json")
                .get(fhir)
                .then()
                .contentType("application/json");
        Api.client(anne)
                .header("Accept", "text/plain, text/html;q=0.5")
                .get(rules)
                .then()
                .contentType(containsString("text/html"));
        Api.client(anne)
                .accept("application/json;charset=UTF-8")
                .get(rules)
                .then()
                .statusCode(200);
        Api.client(anne).accept("*/*").get(rules).then().contentType(containsString("json"));
    }

    private byte[] pdf(String id, String language) {
        return Api.client(anne)
                .header("Accept-Language", language)
                .accept("application/pdf")
                .get("/v1/screenings/" + id + "/letter")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    /** Look at them: {@code pdftoppm -png target/letters/<outcome>-<language>.pdf}. */
    @ParameterizedTest
    @CsvSource({
        "EMERGENCY, en-CA, Warning signs, To the emergency department",
        "EMERGENCY, fr-CA, Signes d’alerte, Au service des urgences",
        "URGENT_ASSESSMENT, en-CA, Warning signs, To the physician on duty",
        "ASSESSMENT_FIRST, fr-CA, Pas encore d’évaluation, Au médecin de famille ou au physiothérapeute",
        "PROCEED_WITH_ADJUSTMENTS, en-CA, No deep pressure over the sciatic nerve, 3 sessions of 60 minutes",
        "PROCEED, fr-CA, Clairement musculaire, 4 séances de 60 minutes"
    })
    void a_letter_prints_on_paper(String outcome, String language, String heading, String said) throws IOException {
        ObjectNode answers = Api.answers(outcome).put("selfcare.foamRolling", "DECLINED");
        answers.remove("imaging.done");
        String id = Api.screen(anne, answers).extract().path("id");

        byte[] pdf = pdf(id, language);

        Path letters = Files.createDirectories(Path.of("target", "letters"));
        Files.write(letters.resolve(outcome + "-" + language + ".pdf"), pdf);
        Files.writeString(letters.resolve(outcome + "-" + language + ".html"), letter(id, language));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(document.getNumberOfPages()).isBetween(1, 3);
            assertThat(text).contains(heading, said, "1 / " + document.getNumberOfPages(), "2026.11.1");
            assertThat(fonts(document)).isNotEmpty().allMatch(font -> font.contains("DejaVuSansCondensed"));
        }
    }

    /** Embedded ones carry a tag of six letters before their name. */
    private static Set<String> fonts(PDDocument document) throws IOException {
        Set<String> fonts = new TreeSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName());
            }
        }
        return fonts;
    }

    @Test
    void warning_signs_come_first_and_what_was_denied_is_told_apart() {
        String id = Api.screen(
                        anne, Api.answers("PROCEED").put("gen.fever", "YES").put("gen.cancerHistory", "YES"))
                .extract()
                .path("id");

        assertThat(letter(id, "en-CA"))
                .containsSubsequence(
                        "Warning signs",
                        "Fever with back pain",
                        "Further reasons",
                        "Cancer history",
                        "What the person told us",
                        "Asked about and denied",
                        "Numbness",
                        "Not answered",
                        "What is to be done",
                        "See a doctor today",
                        "What we ask of you",
                        "This letter is not a diagnosis");
    }

    @ParameterizedTest
    @CsvSource({
        "EMERGENCY, pressure on the cauda equina",
        "URGENT_ASSESSMENT, ask what could not be answered",
        "ASSESSMENT_FIRST, whether the sciatic nerve itself is involved"
    })
    void each_recipient_is_asked_for_what_they_can_do(String outcome, String asked) {
        String id = Api.screen(anne, Api.answers(outcome)).extract().path("id");

        assertThat(letter(id, "en")).contains(asked);
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
                .statusCode(409)
                .body("code", equalTo("screening-open"));
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
        String id = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        String clinician = TestTokens.clinician(UUID.randomUUID());
        String version = Api.as(clinician).get("/v1/rulesets").then().extract().path("items[0].version");

        Api.as(clinician)
                .post("/v1/rulesets/" + version + "/shadow-run")
                .then()
                .statusCode(200)
                .body("compared", greaterThan(0))
                .body(
                        "keySet()",
                        contains(
                                "version",
                                "compared",
                                "changed",
                                "changes",
                                "adjustments",
                                "screeningIds",
                                "unreadable"))
                .body("screeningIds", not(hasItem(id)))
                .body("unreadable", not(hasItem(id)));
        Api.client(anne).post("/v1/rulesets/" + version + "/shadow-run").then().statusCode(403);
    }
}
