package ca.tripoint.triage.catalogue;

import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Rulesets;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rule sets this service serves. A rule set that does not hold keeps the service from starting. */
@Startup
@ApplicationScoped
public class ServedRulesets {
    public static final String ID = "sciatica-ca";

    private final Rulesets rulesets;
    private final Map<String, Engine> engines;

    ServedRulesets() {
        this(Rulesets.load(ID));
    }

    ServedRulesets(Rulesets rulesets) {
        this.rulesets = rulesets;
        this.engines = rulesets.all().stream().collect(Collectors.toUnmodifiableMap(Ruleset::version, Engine::new));
    }

    public Ruleset active() {
        return rulesets.active();
    }

    public List<Ruleset> all() {
        return rulesets.all();
    }

    public Optional<Ruleset> version(String version) {
        return rulesets.version(version);
    }

    /** The rule set of a version that has decided or is deciding a screening. */
    public Ruleset ruleset(String version) {
        return engine(version).ruleset();
    }

    /** The engine of a version that has decided or is deciding a screening. */
    public Engine engine(String version) {
        Engine engine = engines.get(version);
        if (engine == null) {
            throw new IllegalStateException("rule set " + version + " is no longer served");
        }
        return engine;
    }
}
