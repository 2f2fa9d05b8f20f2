package ca.tripoint.bench.triage;

import ca.tripoint.local.Repository;
import ca.tripoint.triage.decision.AnswerReader;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Questionnaire;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The answer sets that triage-service's tests use, one for each outcome: a whole form each, as it is sent. */
final class AnswerSets {
    static final List<Outcome> OUTCOMES = List.of(
            Outcome.EMERGENCY,
            Outcome.URGENT_ASSESSMENT,
            Outcome.ASSESSMENT_FIRST,
            Outcome.PROCEED_WITH_ADJUSTMENTS,
            Outcome.PROCEED);

    static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    static final LocalDate TODAY = CalendarDay.of(NOW);

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerSets() {}

    static ObjectNode json(Outcome outcome) {
        Path file = Repository.here().root().resolve("triage-service/src/test/resources/answers/" + outcome + ".json");
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Answers read(JsonNode answers, Questionnaire questionnaire) {
        AnswerReader reader = new AnswerReader(NOW);
        Answers read = Answers.NONE;
        for (Map.Entry<String, JsonNode> each : answers.properties()) {
            read = read.with(each.getKey(), reader.read(questionnaire.question(each.getKey()), each.getValue()));
        }
        return read;
    }
}
