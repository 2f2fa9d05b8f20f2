package ca.tripoint.triage;

import ca.tripoint.triage.catalogue.VersionsInTurn;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The service with versions that are added and made active while it runs, and a database of its own. */
public class SeveralVersions implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(VersionsInTurn.class);
    }
}
