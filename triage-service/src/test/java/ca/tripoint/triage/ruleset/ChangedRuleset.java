package ca.tripoint.triage.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** The shipped rule set with some of its files changed, as a next version would be. */
public final class ChangedRuleset {
    public static final String SHIPPED = "2026.11.1";

    private final String version;
    private final Map<String, JsonNode> files =
            new HashMap<>(RulesetFiles.fromClasspath("/rulesets/sciatica-ca/" + SHIPPED));

    ChangedRuleset(String version) {
        this.version = version;
    }

    public static Ruleset by(String file, Consumer<ObjectNode> change) {
        return as(SHIPPED, file, change);
    }

    /** Under a version of its own, which its changelog tells of. */
    public static Ruleset as(String version, String file, Consumer<ObjectNode> change) {
        ChangedRuleset changed = new ChangedRuleset(version).tell();
        changed.change(file, change);
        return changed.load();
    }

    /** A question is no longer asked. */
    public static Ruleset without(String question) {
        ChangedRuleset changed = new ChangedRuleset(SHIPPED);
        changed.change("questionnaire.yaml", file -> {
            Iterator<JsonNode> questions = file.get("questions").iterator();
            while (questions.hasNext()) {
                if (questions.next().get("id").asText().equals(question)) {
                    questions.remove();
                }
            }
        });
        for (String language : new String[] {"en-CA", "fr-CA"}) {
            changed.change(
                    "texts." + language + ".yaml", file -> ((ObjectNode) file.get("questions")).remove(question));
        }
        return changed.load();
    }

    public static ObjectNode question(ObjectNode questionnaire, String id) {
        for (JsonNode question : questionnaire.get("questions")) {
            if (question.get("id").asText().equals(id)) {
                return (ObjectNode) question;
            }
        }
        throw new IllegalArgumentException("no question " + id);
    }

    private ChangedRuleset tell() {
        if (!version.equals(SHIPPED)) {
            ArrayNode changelog = files.get("changelog.yaml").deepCopy();
            ObjectNode row = changelog.addObject().put("version", version).put("date", "2027-03-01");
            row.putArray("changes").add("A change.");
            files.put("changelog.yaml", changelog);
        }
        return this;
    }

    void change(String file, Consumer<ObjectNode> change) {
        ObjectNode changed = files.get(file).deepCopy();
        change.accept(changed);
        files.put(file, changed);
    }

    Ruleset load() {
        return RulesetLoader.load("sciatica-ca", version, files);
    }
}
