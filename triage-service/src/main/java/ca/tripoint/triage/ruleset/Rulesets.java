package ca.tripoint.triage.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All versions that are served, and the one that decides new screenings. Loaded once, at start-up. */
public final class Rulesets {
    private final Map<String, Ruleset> byVersion;
    private final Ruleset active;

    private Rulesets(Map<String, Ruleset> byVersion, Ruleset active) {
        this.byVersion = byVersion;
        this.active = active;
    }

    public static Rulesets load(String id) {
        String folder = "/rulesets/" + id;
        JsonNode file = RulesetFiles.read(folder + "/index.yaml");
        Row index = new Row("index.yaml", "", file);
        Map<String, Ruleset> versions = new LinkedHashMap<>();
        for (String version : index.texts("versions")) {
            Map<String, JsonNode> files = RulesetFiles.fromClasspath(folder + "/" + version);
            versions.put(version, RulesetLoader.load(id, version, files));
        }
        Ruleset active = versions.get(index.text("active"));
        if (active == null) {
            throw index.rejected("the active version is not among the versions");
        }
        index.end();
        return new Rulesets(versions, active);
    }

    public Ruleset active() {
        return active;
    }

    public Optional<Ruleset> version(String version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    public List<Ruleset> all() {
        return List.copyOf(byVersion.values());
    }
}
