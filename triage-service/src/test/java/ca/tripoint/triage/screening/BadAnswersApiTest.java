package ca.tripoint.triage.screening;

import static ca.tripoint.triage.screening.ScreeningEvents.TOPIC;
import static ca.tripoint.triage.screening.ScreeningEvents.awaitCompletion;
import static ca.tripoint.triage.screening.ScreeningEvents.typesAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.TripointInfrastructure;
import ca.tripoint.triage.Api;
import ca.tripoint.triage.TestClock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused names its question; nothing is stored, and nobody is told. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class BadAnswersApiTest {
    private final UUID anne = UUID.randomUUID();

    @BeforeEach
    void time_passes() {
        TestClock.advance(Duration.ofMinutes(1));
    }

    @Test
    void nothing_is_stored_without_consent() {
        ObjectNode body = Api.screening(Api.answers("PROCEED"), true);
        body.remove("consent");
        String key = UUID.randomUUID().toString();

        Api.post(anne, body, key).statusCode(422).body("code", equalTo("consent-required"));

        Api.client(anne).get("/v1/screenings").then().body("items", empty());
        body.putObject("consent").put("healthIntake", "v0");
        Api.post(anne, body, key).statusCode(422).body("code", equalTo("consent-required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gen.fevre|\"YES\"|unknown-question|unknown-question",
                "gen.fever|\"MAYBE\"|invalid-answer|unknown-code",
                "gen.fever|true|invalid-answer|not-a-code",
                "age|-1|invalid-answer|out-of-range",
                "age|121|invalid-answer|out-of-range",
                "age|99999999999|invalid-answer|out-of-range",
                "age|40.5|invalid-answer|not-a-whole-number",
                "age|\"40\"|invalid-answer|not-a-whole-number",
                "age|\"UNKNOWN\"|invalid-answer|unknown-not-accepted",
                "pain.severity|11|invalid-answer|out-of-range",
                "pain.regions|[]|invalid-answer|empty-list",
                "pain.regions|[\"BUTTOCK\"]|invalid-answer|unknown-code",
                "pain.regions|\"LUMBAR\"|invalid-answer|not-a-list",
                "pain.episodeDays|-1|invalid-answer|out-of-range",
                "notes|5|invalid-answer|not-text",
                "notes|\"a\\u0000b\"|invalid-answer|bad-characters",
                "notes|\"a\\ud800b\"|invalid-answer|bad-characters"
            })
    void a_bad_answer_names_its_question_and_nothing_is_stored(
            String question, String value, String code, String fault) {
        String body = """
                {"answers": {"%s": %s}, "consent": {"healthIntake": "v1"}}""".formatted(question, value);

        Api.post(anne, body, UUID.randomUUID().toString())
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].questionId", equalTo(question))
                .body("errors[0].code", equalTo(fault));

        Api.client(anne).get("/v1/screenings").then().body("items", empty());
    }

    @Test
    void ten_thousand_characters_of_notes_are_too_many() {
        Api.start(anne, Api.none().put("notes", "x".repeat(10_000)))
                .statusCode(422)
                .body("errors[0].questionId", equalTo("notes"))
                .body("errors[0].code", equalTo("too-long"));
    }

    @Test
    void answers_to_another_version_of_the_questionnaire_are_refused() {
        ObjectNode body = Api.screening(Api.none(), false).put("rulesetVersion", "2020.1.1");

        Api.post(anne, body, UUID.randomUUID().toString()).statusCode(409).body("code", equalTo("ruleset-superseded"));
    }

    @Test
    void of_what_is_refused_nothing_is_stored_and_nobody_is_told() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            ObjectNode flagged = Api.answers("EMERGENCY");
            Api.screen(anne, flagged.deepCopy().put("ces.bladder", "YES")).statusCode(422);
            Api.screen(anne, flagged.deepCopy().put("age", 400)).statusCode(422);
            Api.screen(anne, flagged.deepCopy().put("notes", "x".repeat(10_000)))
                    .statusCode(422);
            Api.post(anne, Api.screening(flagged, true).put("rulesetVersion", "2020.1.1"), "key")
                    .statusCode(409);
            Api.client(anne).get("/v1/screenings").then().body("items", empty());

            awaitCompletion(probe, Api.screen(anne, Api.answers("PROCEED")));
            assertThat(typesAbout(anne, probe)).containsExactly("screening-completed");
        }
    }

    @Test
    void at_most_a_hundred_faults_are_named() {
        ObjectNode answers = Api.none();
        for (int i = 0; i < 1_000; i++) {
            answers.put("question" + i, "YES");
        }

        Api.start(anne, answers).statusCode(422).body("errors", hasSize(100));
    }
}
