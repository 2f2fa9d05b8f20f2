package ca.tripoint.triage.catalogue;

import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.ruleset.Ruleset;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The shipped versions, until a test adds, activates or exchanges one, as would happen between one start of the service and the
 * next. What has decided once goes on being served, so that its decisions can be read; {@link #asShipped} takes it off the list.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VersionsInTurn extends ServedRulesets {
    private static final Map<String, Engine> SERVED = new ConcurrentSkipListMap<>();
    private static final Set<String> LISTED = new ConcurrentSkipListSet<>();
    private static volatile VersionsInTurn shipped;
    private static volatile Ruleset active;

    VersionsInTurn() {
        shipped = this;
        asShipped();
    }

    public static void asShipped() {
        LISTED.clear();
        shipped.shippedVersions().forEach(VersionsInTurn::serve);
        active = shipped.shippedActive();
    }

    private List<Ruleset> shippedVersions() {
        return super.all();
    }

    private Ruleset shippedActive() {
        return super.active();
    }

    /** Serves a version beside the others, or in place of another content of the same version. */
    public static void serve(Ruleset ruleset) {
        SERVED.put(ruleset.version(), new Engine(ruleset));
        LISTED.add(ruleset.version());
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
        return LISTED.stream().map(this::engine).map(Engine::ruleset).toList();
    }

    @Override
    public Optional<Ruleset> version(String version) {
        return Optional.ofNullable(SERVED.get(version)).map(Engine::ruleset);
    }

    @Override
    public Engine engine(String version) {
        return Optional.ofNullable(SERVED.get(version)).orElseThrow();
    }
}
