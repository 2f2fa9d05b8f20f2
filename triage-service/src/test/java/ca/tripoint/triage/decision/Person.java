package ca.tripoint.triage.decision;

import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Rulesets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A person who answers: the answer sets of {@code /answers}, changed answer by answer. */
public record Person(Answers answers) {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    public static final Ruleset RULES = Rulesets.load("sciatica-ca").active();
    public static final Engine ENGINE = new Engine(RULES);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person CLEARED = answering("PROCEED");

    /** Somebody who may book without adjustments. */
    public static Person cleared() {
        return CLEARED;
    }

    public static Person silent() {
        return new Person(Answers.NONE);
    }

    /** The answers of {@code /answers/<outcome>.json}. */
    public static Person answering(String outcome) {
        try (InputStream in = Person.class.getResourceAsStream("/answers/" + outcome + ".json")) {
            JsonNode all = JSON.readTree(in);
            Person person = silent();
            for (Map.Entry<String, JsonNode> each : all.properties()) {
                person = person.read(each.getKey(), each.getValue(), NOW);
            }
            return person;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Person with(String question, Object value) {
        return read(question, JSON.valueToTree(value), NOW);
    }

    public Person withLater(String question, Object value) {
        return read(question, JSON.valueToTree(value), NOW.plusSeconds(60));
    }

    public Person without(String... questions) {
        Answers fewer = answers;
        for (String question : questions) {
            fewer = fewer.without(question);
        }
        return new Person(fewer);
    }

    public Person notAssessed() {
        return with("assessment.doneByGpOrPhysio", "NO")
                .without("assessment.daysAgo", "assessment.conclusion", "assessment.advisedAgainstMassage");
    }

    public Decision decision() {
        return decision(Circumstances.on(TODAY));
    }

    public Decision decision(Circumstances circumstances) {
        return ENGINE.decide(answers, circumstances);
    }

    private Person read(String id, JsonNode value, Instant at) {
        Question question = RULES.questionnaire().question(id);
        return new Person(answers.with(id, new AnswerReader(at).read(question, value)));
    }
}
