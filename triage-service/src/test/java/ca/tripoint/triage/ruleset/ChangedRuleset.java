package ca.tripoint.triage.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The shipped rule set with one of its files changed, as a next version would be. */
public final class ChangedRuleset {
    private ChangedRuleset() {}

    public static Ruleset by(String file, Consumer<ObjectNode> change) {
        Map<String, JsonNode> files = new HashMap<>(RulesetFiles.fromClasspath("/rulesets/sciatica-ca/2026.11.1"));
        ObjectNode changed = files.get(file).deepCopy();
        change.accept(changed);
        files.put(file, changed);
        return RulesetLoader.load("sciatica-ca", "2026.11.1", files);
    }
}
