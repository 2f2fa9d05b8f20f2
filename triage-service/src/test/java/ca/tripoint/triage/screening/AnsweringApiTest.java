package ca.tripoint.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import ca.tripoint.testkit.TripointInfrastructure;
import ca.tripoint.triage.Api;
import ca.tripoint.triage.TestClock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How answers come about: what is asked once more, what does not fit, what was answered before. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class AnsweringApiTest {
    private final UUID anne = UUID.randomUUID();

    @BeforeEach
    void time_passes() {
        TestClock.advance(Duration.ofMinutes(1));
    }

    @Test
    void a_critical_question_without_an_answer_is_asked_once_more_in_plainer_words() {
        ObjectNode answers = Api.answers("PROCEED").put("ces.bowelControlLoss", "UNKNOWN");
        String id = Api.start(anne, answers)
                .body("status", equalTo("OPEN"))
                .body("nextQuestions.id", contains("ces.bowelControlLoss"))
                .body("nextQuestions[0].mode", equalTo("REASK"))
                .body("nextQuestions[0].text", containsString("stool"))
                .extract()
                .path("id");

        Api.patch(anne, id, "\"1\"", Map.of("ces.bowelControlLoss", "DECLINED"))
                .body("nextQuestions", empty())
                .body("floor", equalTo("URGENT_ASSESSMENT"));
        Api.submit(anne, id)
                .body("outcome", equalTo("URGENT_ASSESSMENT"))
                .body("redFlags", empty())
                .body("reasons.code", hasItem("UNRESOLVED_RED_FLAG_QUESTION"));
    }

    @Test
    void not_knowing_can_be_resolved_while_it_is_asked_once_more_and_not_after_it_was_the_last_word() {
        ObjectNode unsure = Api.answers("PROCEED").put("ces.saddleNumbness", "UNKNOWN");
        UUID bruno = UUID.randomUUID();
        String first = Api.start(anne, unsure)
                .body("nextQuestions[0].mode", equalTo("REASK"))
                .extract()
                .path("id");
        Api.patch(anne, first, "\"1\"", Map.of("ces.saddleNumbness", "NO")).statusCode(200);
        Api.submit(anne, first).body("outcome", equalTo("PROCEED"));

        String second = Api.start(bruno, unsure).extract().path("id");
        Api.patch(bruno, second, "\"1\"", Map.of("ces.saddleNumbness", "UNKNOWN"))
                .body("floor", equalTo("URGENT_ASSESSMENT"));
        Api.patch(bruno, second, "\"2\"", Map.of("ces.saddleNumbness", "NO")).statusCode(200);

        Api.submit(bruno, second)
                .body("outcome", equalTo("ASSESSMENT_FIRST"))
                .body("reasons.code", hasItem("RETRACTED_RED_FLAG"));
    }

    @Test
    void a_submission_that_decides_nothing_is_not_the_last_word() {
        ObjectNode answers = Api.none().put("age", 40).put("neuro.numbness", "UNKNOWN");

        String id = Api.screen(anne, answers)
                .body("status", equalTo("OPEN"))
                .body("floor", equalTo("PROCEED"))
                .body("nextQuestions.find { it.id == 'neuro.numbness' }.mode", equalTo("REASK"))
                .extract()
                .path("id");
        Api.patch(anne, id, "*", Api.map(Api.answers("PROCEED"))).statusCode(200);

        Api.submit(anne, id).body("outcome", equalTo("PROCEED")).body("humanReview", equalTo(false));
    }

    @Test
    void the_plainer_question_after_such_a_submission_is_the_last() {
        ObjectNode answers = Api.answers("PROCEED").put("neuro.numbness", "UNKNOWN");
        answers.remove("ces.saddleNumbness");
        String id = Api.screen(anne, answers)
                .body("nextQuestions.find { it.id == 'neuro.numbness' }.mode", equalTo("REASK"))
                .extract()
                .path("id");

        Api.later(anne, id, 1, Map.of("neuro.numbness", "UNKNOWN"))
                .body("nextQuestions.id", not(hasItem("neuro.numbness")))
                .body("floor", equalTo("URGENT_ASSESSMENT"));
    }

    @Test
    void what_somebody_does_not_know_is_named_and_not_counted_as_told() {
        ObjectNode answers = Api.answers("PROCEED")
                .put("skin.localProblemRegions", "UNKNOWN")
                .put("imaging.done", "UNKNOWN");

        Api.screen(anne, answers)
                .body("outcome", equalTo("PROCEED_WITH_ADJUSTMENTS"))
                .body(
                        "reasons.find { it.rule == 'AVOID_REGION' }.text",
                        startsWith("Your therapist will look at the skin"))
                .body("adjustments.text", hasItem(startsWith("Your therapist will look at the skin")))
                .body("painPicture.complete", equalTo(5))
                .body("painPicture.missing", contains("imaging.done"));
    }

    @Test
    void null_clears_an_answer() {
        String id = Api.start(anne, Api.none().put("age", 40)).extract().path("id");

        Api.client(anne)
                .header("If-Match", "\"1\"")
                .body("{\"age\": null}")
                .patch("/v1/screenings/" + id + "/answers")
                .then()
                .statusCode(200)
                .body("answers.age", nullValue());
    }

    @Test
    void what_does_not_fit_is_asked_once_more_and_then_believed() {
        String id = Api.start(anne, Api.answers("PROCEED")).extract().path("id");
        Api.later(anne, id, 1, Map.of("trauma.kind", "MINOR", "trauma.daysAgo", 3));
        Api.later(anne, id, 2, Map.of("trauma.kind", "NONE"))
                .body("contradictions.code", contains("TRAUMA_DAYS_WITHOUT_TRAUMA"))
                .body("nextQuestions[0].mode", equalTo("CLARIFY"));

        Api.later(anne, id, 3, Map.of("trauma.kind", "NONE"))
                .body("contradictions", empty())
                .body("answers.'trauma.daysAgo'", nullValue());
    }

    @Test
    void of_several_questions_each_is_answered_once_more() {
        String id = Api.start(anne, Api.answers("PROCEED")).extract().path("id");
        Api.later(anne, id, 1, Map.of("neuro.numbness", "LEFT", "neuro.onsetDays", 30, "neuro.trend", "STABLE"));
        Api.later(anne, id, 2, Map.of("neuro.numbness", "NONE"))
                .body("contradictions.code", contains("NEURO_DETAILS_WITHOUT_SIGN"));

        Api.later(anne, id, 3, Map.of("neuro.weakness", "NONE")).body("contradictions", hasSize(1));
        Api.later(anne, id, 4, Map.of("neuro.tingling", "NONE"))
                .body("contradictions", empty())
                .body("answers.'neuro.onsetDays'", nullValue());
    }

    @Test
    void of_two_that_do_not_fit_the_other_may_be_true() {
        String id = Api.start(anne, Api.answers("PROCEED")).extract().path("id");
        Api.later(anne, id, 1, Map.of("trauma.daysAgo", 3)).body("contradictions", hasSize(1));

        Api.later(anne, id, 2, Map.of("trauma.kind", "MINOR"))
                .body("contradictions", empty())
                .body("answers.'trauma.daysAgo'.value", equalTo(3));
    }

    @Test
    void words_in_a_note_ask_a_question_again_and_only_raise() {
        ObjectNode answers = Api.answers("PROCEED").put("notes", "Since Monday I have wet myself twice.");
        String id = Api.screen(anne, answers)
                .body("outcome", equalTo("INCOMPLETE"))
                .body("status", equalTo("OPEN"))
                .body("contradictions.code", contains("NOTES_MENTION"))
                .body("nextQuestions.id", contains("ces.bladderControlLossOrChange"))
                .body("nextQuestions[0].mode", equalTo("CLARIFY"))
                .extract()
                .path("id");
        TestClock.advance(Duration.ofMinutes(1));

        Api.patch(anne, id, "\"1\"", Map.of("ces.bladderControlLossOrChange", "NO"))
                .body("contradictions", empty());

        Api.submit(anne, id).body("outcome", equalTo("PROCEED"));
    }

    @Test
    void what_is_stable_is_carried_over_to_be_confirmed() {
        String earlier = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        ObjectNode body = Api.screening(Api.none(), true).put("basedOn", earlier);

        Api.post(anne, body, UUID.randomUUID().toString())
                .statusCode(201)
                .body("answers.age.value", equalTo(40))
                .body("answers.age.source", equalTo("CARRIED_OVER"))
                .body("answers.'pain.severity'", nullValue())
                .body("outcome", equalTo("INCOMPLETE"))
                .body("nextQuestions.id", hasItem("age"));
        Api.post(UUID.randomUUID(), body, UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void answers_older_than_a_clearance_is_valid_are_asked_again() {
        ObjectNode answers = Api.answers("PROCEED").put("age", 18).put("visit.province", "BC");
        answers.putArray("skin.localProblemRegions").add("LUMBAR");
        answers.remove("pain.severity");
        String id = Api.start(anne, answers).extract().path("id");
        TestClock.advance(Duration.ofDays(7).plusMinutes(1));

        Api.get(anne, id)
                .body("answers.age.source", equalTo("OUTDATED"))
                .body("nextQuestions.id", hasItem("ces.saddleNumbness"));
        Api.submit(anne, id)
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("outcome", equalTo("INCOMPLETE"))
                .body("clearance", nullValue());

        JsonPath asked = answeringWhatIsAsked(id, answers.put("pain.severity", 4));

        assertThat(asked.getList("reasons.code"))
                .as("what is not asked anew goes on binding")
                .contains("UNDER_AGE", "AVOID_REGION");
    }

    private JsonPath answeringWhatIsAsked(String id, ObjectNode answers) {
        JsonPath screening = Api.get(anne, id).extract().jsonPath();
        while (!screening.getList("nextQuestions").isEmpty()) {
            String next = screening.getString("nextQuestions[0].id");
            screening = Api.later(anne, id, screening.getInt("version"), Map.of(next, answers.get(next)))
                    .extract()
                    .jsonPath();
        }
        return screening;
    }
}
