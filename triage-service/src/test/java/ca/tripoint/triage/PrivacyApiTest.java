package ca.tripoint.triage;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class PrivacyApiTest {
    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();

    @Test
    void nothing_about_a_person_is_kept_on_the_way() {
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        BookingService.confirmed(anne, maude, screening, Duration.ofHours(2));
        String client = TestTokens.client(anne);
        String clinician = TestTokens.clinician(maude);
        String path = "/v1/screenings/" + screening;

        noStore(Api.read(client, "/v1/screenings").statusCode(200));
        noStore(Api.read(client, path).statusCode(200));
        noStore(Api.as(client).accept("text/html").get(path + "/letter").then().statusCode(200));
        noStore(Api.as(client)
                .accept("application/pdf")
                .get(path + "/letter")
                .then()
                .statusCode(200));
        noStore(Api.as(client)
                .accept("application/fhir+json")
                .get(path + "/fhir")
                .then()
                .statusCode(200));
        noStore(Api.read(client, path + "/reconfirmations").statusCode(200));
        noStore(Api.read(clinician, path + "/overrides").statusCode(200));
        noStore(Api.read(clinician, path + "/replay").statusCode(200));
        noStore(Api.read(clinician, "/v1/reviews").statusCode(200));
        noStore(Api.briefing(TestTokens.therapist(maude), screening).statusCode(200));
        noStore(Api.override(clinician, screening, "CANCER_HISTORY").statusCode(422));
        noStore(Api.get(UUID.randomUUID(), screening).statusCode(404));
        RestAssured.get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"));
    }

    private static void noStore(ValidatableResponse answer) {
        answer.header("Cache-Control", "no-store");
    }

    @Test
    void a_screening_is_the_base_of_another_only_for_who_may_open_it() {
        UUID partner = UUID.randomUUID();
        String hers = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        ObjectNode body = Api.screening(Api.none(), false).put("basedOn", hers).put("onBehalfOf", anne.toString());

        Api.send(TestTokens.partner(partner), "/v1/screenings", body.toString()).statusCode(404);

        String theirs = Api.send(
                        TestTokens.partner(partner),
                        "/v1/screenings",
                        Api.screening(Api.answers("PROCEED"), true)
                                .put("onBehalfOf", anne.toString())
                                .toString())
                .extract()
                .path("id");
        Api.send(
                        TestTokens.partner(partner),
                        "/v1/screenings",
                        body.put("basedOn", theirs).toString())
                .statusCode(201)
                .body("answers.age.source", equalTo("CARRIED_OVER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u000b", "\\u0001", "\\u0000", "\\ufffe", "\\ud800"})
    void characters_that_no_document_carries_are_refused_by_name(String character) {
        String body = """
                {"answers": {"notes": "a%sb"}, "consent": {"healthIntake": "v1"}}""".formatted(character);

        Api.send(TestTokens.client(anne), "/v1/screenings", body)
                .statusCode(422)
                .body("code", equalTo("invalid-answer"))
                .body("errors[0].questionId", equalTo("notes"))
                .body("errors[0].code", equalTo("bad-characters"));
    }

    @Test
    void tabs_line_breaks_and_every_script_are_text() {
        Api.start(anne, Api.none().put("notes", "Łódź →\tᐃᓄᒃᑎᑐᑦ\r\n🙂")).statusCode(201);
    }

    @Test
    void a_guardian_a_reason_and_a_report_carry_no_such_characters_either() {
        ObjectNode body = Api.screening(Api.none(), false);
        body.putObject("guardian").put("name", "a\u0001b").put("relationship", "mother");
        Api.post(anne, body, UUID.randomUUID().toString())
                .statusCode(422)
                .body("errors[0].field", equalTo("guardian.name"))
                .body("errors[0].code", equalTo("wrong-format"));
        Api.send(
                        TestTokens.therapist(maude),
                        "/v1/red-flags",
                        Map.of("clientId", anne, "code", "SADDLE_NUMBNESS", "note", "a\u000bb"))
                .statusCode(422)
                .body("errors[0].field", equalTo("note"));
    }
}
