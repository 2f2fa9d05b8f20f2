package ca.tripoint.triage.catalogue;

import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.ruleset.Ruleset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** As if versions had been added, made active and exchanged between one start of the service and the next. */
@Alternative
@ApplicationScoped
public class VersionsInTurn extends ServedRulesets {
    private static final Map<String, Engine> SERVED = new ConcurrentSkipListMap<>();
    private static volatile Ruleset active;

    VersionsInTurn() {
        super.all().forEach(VersionsInTurn::serve);
        active = super.active();
    }

    /** Serves a version beside the others, or in place of another content of the same version. */
    public static void serve(Ruleset ruleset) {
        SERVED.put(ruleset.version(), new Engine(ruleset));
    }

    /** New screenings are under it from now on. */
    public static void activate(Ruleset ruleset) {
        serve(ruleset);
        active = ruleset;
    }

    @Override
    public Ruleset active() {
        return active;
    }

    @Override
    public List<Ruleset> all() {
        return SERVED.values().stream().map(Engine::ruleset).toList();
    }

    @Override
    public Optional<Ruleset> version(String version) {
        return Optional.ofNullable(SERVED.get(version)).map(Engine::ruleset);
    }

    @Override
    public Engine engine(String version) {
        return SERVED.get(version);
    }
}
