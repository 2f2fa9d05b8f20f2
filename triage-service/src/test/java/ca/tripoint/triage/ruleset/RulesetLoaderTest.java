package ca.tripoint.triage.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A rule set that does not hold is refused, naming file and row. */
class RulesetLoaderTest {
    private static final String FOLDER = "/rulesets/sciatica-ca/2026.11.1";
    private static final Map<String, JsonNode> GOOD = RulesetFiles.fromClasspath(FOLDER);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Ruleset load(String file, Consumer<ObjectNode> change) {
        Map<String, JsonNode> files = new HashMap<>(GOOD);
        ObjectNode copy = JSON.createObjectNode().set("file", GOOD.get(file).deepCopy());
        change.accept(copy);
        files.put(file, copy.get("file"));
        return RulesetLoader.load("sciatica-ca", "2026.11.1", files);
    }

    private static void refused(String file, Consumer<ObjectNode> change, String... named) {
        assertThatThrownBy(() -> load(file, change))
                .isInstanceOf(RulesetRejected.class)
                .message()
                .contains(named);
    }

    private static ObjectNode rule(ObjectNode file, String list, int row) {
        return (ObjectNode) file.at("/file/" + list + "/" + row);
    }

    private static JsonNode condition(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Test
    void the_shipped_rule_set_is_a_draft_and_holds() {
        assertThatCode(() -> load("rules.yaml", file -> {})).doesNotThrowAnyException();
        assertThat(load("rules.yaml", file -> {}).approval().clinicallyApproved())
                .isFalse();
    }

    @Test
    void the_fingerprint_is_of_the_content() {
        String sha256 = load("rules.yaml", file -> {}).sha256();

        assertThat(load("rules.yaml", file -> {}).sha256()).isEqualTo(sha256);
        Ruleset changed = load("rules.yaml", file -> ((ObjectNode) file.at("/file/constants")).put("severe", 8));
        assertThat(changed.sha256()).isNotEqualTo(sha256).hasSize(64);
    }

    @Test
    void an_unknown_field() {
        refused("rules.yaml", file -> rule(file, "redFlags", 0).put("sevrity", 1), "rules.yaml", "BLADDER", "sevrity");
        refused("regions.yaml", file -> ((ObjectNode) file.at("/file/0")).put("x", 1), "regions.yaml", "LUMBAR");
    }

    @Test
    void an_unknown_question_code_region_or_constant() {
        refused(
                "rules.yaml",
                file -> rule(file, "redFlags", 0).set("when", condition("{\"eq\": {\"ces.bladder\": \"YES\"}}")),
                "rules.yaml",
                "redFlags[1]",
                "unknown question ces.bladder");
        refused(
                "rules.yaml",
                file -> rule(file, "redFlags", 0).set("when", condition("{\"eq\": {\"gen.fever\": \"MAYBE\"}}")),
                "unknown code MAYBE of gen.fever");
        refused(
                "rules.yaml",
                file -> rule(file, "gates", 0).set("when", condition("{\"marked\": {\"pain.regions\": [\"NECK\"]}}")),
                "unknown region NECK");
        refused(
                "rules.yaml",
                file -> rule(file, "gates", 0).set("when", condition("{\"lt\": {\"age\": \"wisdom\"}}")),
                "unknown constant wisdom");
        refused(
                "rules.yaml",
                file -> rule(file, "gates", 0).set("when", condition("{\"resembles\": {\"age\": 3}}")),
                "unknown operator resembles");
    }

    @Test
    void a_type_mismatch() {
        refused(
                "rules.yaml",
                file -> rule(file, "redFlags", 0).set("when", condition("{\"gte\": {\"gen.fever\": 3}}")),
                "type mismatch",
                "gen.fever");
        refused(
                "rules.yaml",
                file -> rule(file, "redFlags", 0).set("when", condition("{\"eq\": {\"gen.fever\": 3}}")),
                "type mismatch");
        refused("questionnaire.yaml", file -> rule(file, "questions", 0).put("min", "zero"), "questions[1] age", "min");
    }

    @Test
    void a_missing_text_in_either_language() {
        for (String language : new String[] {"en-CA", "fr-CA"}) {
            String name = "texts." + language + ".yaml";
            refused(name, file -> ((ObjectNode) file.at("/file/rules")).remove("KNOWN_DVT"), name, "rules.KNOWN_DVT");
            refused(name, file -> ((ObjectNode) file.at("/file/regions")).remove("HIP_L"), name, "regions.HIP_L");
            refused(
                    name,
                    file -> ((ObjectNode) file.at("/file/rules"))
                            .putObject("GHOST")
                            .put("text", "?"),
                    name,
                    "GHOST");
        }
    }

    @Test
    void a_term_that_nobody_explains() {
        for (String language : new String[] {"en-CA", "fr-CA"}) {
            String name = "texts." + language + ".yaml";
            refused(
                    name,
                    file -> ((ObjectNode) file.at("/file/glossary")).remove("TRIGGER_POINT"),
                    name,
                    "TRIGGER_POINT");
        }
        refused(
                "questionnaire.yaml",
                file -> ((ArrayNode) file.at("/file/glossary")).add("FASCIA"),
                "texts.en-CA.yaml",
                "glossary.FASCIA");
        refused("questionnaire.yaml", file -> ((ObjectNode) file.get("file")).remove("glossary"), "glossary");
    }

    @Test
    void a_safe_answer_that_its_question_does_not_take() {
        refused(
                "keywords.yaml",
                file -> keyword(file, "PREGNANCY").putArray("safe").add("46"),
                "PREGNANCY",
                "46");
        refused(
                "keywords.yaml",
                file -> keyword(file, "PREGNANCY").putArray("safe").add("NO"),
                "PREGNANCY",
                "NO");
        refused(
                "keywords.yaml",
                file -> keyword(file, "BLADDER").putArray("safe").add("0"),
                "BLADDER",
                "code 0");
        refused("keywords.yaml", file -> keyword(file, "BLADDER").put("asks", "notes"), "BLADDER", "code NO of notes");
    }

    private static ObjectNode keyword(ObjectNode file, String code) {
        for (JsonNode row : file.get("file")) {
            if (row.get("code").asText().equals(code)) {
                return (ObjectNode) row;
            }
        }
        throw new IllegalArgumentException(code);
    }

    @Test
    void advice_that_depends_on_a_rule_nobody_knows_and_a_gate_that_nobody_can_lift() {
        refused(
                "rules.yaml",
                file -> rule(file, "advice", 0).putArray("unlessOnly").add("GHOST"),
                "unknown rule GHOST");
        refused("rules.yaml", file -> rule(file, "advice", 0).put("withoutAdjustment", "GHOST"), "unknown rule GHOST");
        refused(
                "rules.yaml",
                file -> rule(file, "gates", 4).put("liftedBy", "NOBODY"),
                "unknown code NOBODY in liftedBy");
    }

    @Test
    void a_muscle_worked_after_one_that_comes_later_or_not_at_all() {
        refused(
                "muscles.yaml",
                file -> rule(file, "muscles", 0).putArray("after").add("PIRIFORMIS"),
                "unknown muscle");
        refused(
                "muscles.yaml",
                file -> rule(file, "muscles", 2).putArray("after").add("BICEPS"),
                "unknown muscle BICEPS");
    }

    @Test
    void missing_or_unknown_evidence() {
        refused(
                "evidence.yaml",
                file -> ((ObjectNode) file.at("/file/0/says")).remove("fr-CA"),
                "evidence.yaml",
                "S-08",
                "missing field fr-CA");
        refused("evidence.yaml", file -> ((ObjectNode) file.at("/file/0")).put("says", "In English only"), "S-08 says");
        refused("rules.yaml", file -> rule(file, "gates", 0).putArray("evidence"), "missing evidence");
        refused(
                "rules.yaml",
                file -> rule(file, "gates", 0).putArray("evidence").add("S-99"),
                "unknown evidence S-99");
        refused("rules.yaml", file -> rule(file, "gates", 0).remove("evidence"), "gates[1]", "evidence");
    }

    @Test
    void an_unreachable_outcome() {
        refused(
                "rules.yaml",
                file -> rule(file, "redFlags", 0)
                        .set("when", condition("{\"all\": [{\"lt\": {\"age\": 3}}, {\"gt\": {\"age\": 90}}]}")),
                "BLADDER_CONTROL_LOSS",
                "unreachable outcome");
        refused(
                "rules.yaml",
                file -> rule(file, "redFlags", 0)
                        .set(
                                "when",
                                condition("{\"all\": [{\"eq\": {\"trauma.kind\": \"NONE\"}},"
                                        + " {\"eq\": {\"trauma.medicallyAssessedSince\": \"NO\"}}]}")),
                "unreachable outcome");
    }

    @Test
    void a_limit_beyond_every_answer() {
        refused(
                "rules.yaml",
                file -> rule(file, "redFlags", 0).set("when", condition("{\"gt\": {\"pain.severity\": 10}}")),
                "BLADDER_CONTROL_LOSS",
                "unreachable outcome");
        refused(
                "rules.yaml",
                file -> rule(file, "redFlags", 0).set("when", condition("{\"lt\": {\"pain.severity\": 0}}")),
                "unreachable outcome");
        assertThatCode(() -> load(
                        "rules.yaml",
                        file -> rule(file, "redFlags", 9).set("when", condition("{\"gte\": {\"pain.severity\": 10}}"))))
                .doesNotThrowAnyException();
    }

    @Test
    void an_escalation_that_its_own_rule_excludes() {
        refused(
                "rules.yaml",
                file -> ((ObjectNode) rule(file, "redFlags", 2).get("escalates"))
                        .set("when", condition("{\"eq\": {\"neuro.numbness\": \"NONE\"}}")),
                "BILATERAL_NUMBNESS escalates",
                "unreachable outcome");
    }

    @Test
    void a_constraint_that_would_forbid_something_else_than_it_says() {
        ObjectNode[] wrong = {
            (ObjectNode) condition("{\"technique\": \"TRIGER_POINT\"}"),
            (ObjectNode) condition("{\"holds\": \"none\"}"),
            (ObjectNode) condition("{\"throughRegion\": \"some\"}"),
            (ObjectNode) condition("{}")
        };
        String[] named = {"unknown technique TRIGER_POINT", "code none in holds", "some in throughRegion", "nothing"};
        for (int i = 0; i < wrong.length; i++) {
            ObjectNode constraint = wrong[i];
            refused(
                    "rules.yaml",
                    file -> rule(file, "adjustments", 0).putArray("forbids").add(constraint),
                    "NO_DEEP_PRESSURE_OVER_SCIATIC_NERVE",
                    named[i]);
        }
    }

    @Test
    void a_skill_that_no_therapist_can_have() {
        refused(
                "rules.yaml",
                file -> rule(file, "adjustments", 0).putArray("skills").add("PRENATL"),
                "unknown skill PRENATL");
        refused(
                "muscles.yaml",
                file -> rule(file, "muscles", 2).putArray("skills").add("MAGIC"),
                "PIRIFORMIS",
                "unknown skill MAGIC");
    }

    @Test
    void an_adjustment_for_each_mark_of_a_question_without_regions() {
        refused(
                "rules.yaml",
                file -> rule(file, "adjustments", 9).put("forEach", "dx.confirmed"),
                "AVOID_REGION",
                "type mismatch");
        refused("rules.yaml", file -> rule(file, "adjustments", 9).put("forEach", "pain.startsAt"), "type mismatch");
    }

    @Test
    void a_code_twice_a_missing_file_and_a_needed_question_that_no_rule_reads() {
        refused("rules.yaml", file -> rule(file, "redFlags", 1).put("code", "BLADDER_CONTROL_LOSS"), "code twice");
        refused(
                "evidence.yaml",
                file -> ((ArrayNode) file.get("file")).add(file.at("/file/0").deepCopy()),
                "twice");
        Map<String, JsonNode> files = new HashMap<>(GOOD);
        files.remove("consent.yaml");
        assertThatThrownBy(() -> RulesetLoader.load("sciatica-ca", "2026.11.1", files))
                .hasMessageContaining("consent.yaml");
        refused(
                "questionnaire.yaml",
                file -> rule(file, "questions", 3).put("needed", true),
                "pain.startsAt",
                "no rule reads it");
    }

    @Test
    void kleenes_logic_over_what_is_still_possible() {
        int any = Truths.ANY;
        assertThat(Truths.and(Truths.FALSE, any)).isEqualTo(Truths.FALSE);
        assertThat(Truths.and(Truths.UNKNOWN, any)).isEqualTo(Truths.UNKNOWN | Truths.FALSE);
        assertThat(Truths.and(Truths.TRUE, Truths.UNKNOWN)).isEqualTo(Truths.UNKNOWN);
        assertThat(Truths.or(Truths.TRUE, any)).isEqualTo(Truths.TRUE);
        assertThat(Truths.or(Truths.FALSE, Truths.UNKNOWN)).isEqualTo(Truths.UNKNOWN);
        assertThat(Truths.or(Truths.TRUE_OR_FALSE, Truths.UNKNOWN)).isEqualTo(Truths.TRUE | Truths.UNKNOWN);
        assertThat(Truths.not(Truths.TRUE | Truths.UNKNOWN)).isEqualTo(Truths.FALSE | Truths.UNKNOWN);
        assertThat(Truths.known(any)).isEqualTo(Truths.TRUE_OR_FALSE);
    }

    @Test
    void a_letter_without_a_phrase() {
        for (String key : List.of("signature", "urgency.PROCEED", "section.NERVES")) {
            ChangedRuleset changed = new ChangedRuleset(ChangedRuleset.SHIPPED);
            for (String language : List.of("en-CA", "fr-CA")) {
                changed.change("texts." + language + ".yaml", file -> ((ObjectNode) file.get("letter")).remove(key));
            }
            assertThatThrownBy(changed::load)
                    .isInstanceOf(RulesetRejected.class)
                    .hasMessageContaining("letter." + key);
        }
    }

    @Test
    void what_the_service_itself_reckons_with() {
        for (String constant : List.of("clearanceDays", "bookingHorizonDays", "reviewAfterSessions")) {
            refused(
                    "rules.yaml",
                    file -> ((ObjectNode) file.at("/file/constants")).remove(constant),
                    "rules.yaml",
                    constant);
        }
    }

    @Test
    void consent_that_says_another_age_than_the_rules_or_rests_on_nothing() {
        refused(
                "consent.yaml",
                file -> ((ObjectNode) file.at("/file/provinces/BC")).put("adultAge", 18),
                "consent.yaml",
                "BC",
                "adultAgeBC");
        refused("consent.yaml", file -> ((ObjectNode) file.at("/file/default")).put("adultAge", 16), "default");
        refused(
                "consent.yaml",
                file -> ((ObjectNode) file.at("/file/default")).putArray("evidence"),
                "missing evidence");
        refused(
                "consent.yaml",
                file -> ((ObjectNode) file.at("/file/provinces")).set("XX", file.at("/file/default")),
                "unknown province");
    }
}
