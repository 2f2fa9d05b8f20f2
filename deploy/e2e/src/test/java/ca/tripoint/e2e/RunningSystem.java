package ca.tripoint.e2e;

import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Options;
import ca.tripoint.local.Repository;
import ca.tripoint.local.SampleTherapists;

/** One system for all tests of this module, started when the first one asks for it. */
final class RunningSystem {

    private static final class Holder {
        private static final LocalSystem SYSTEM = started();
    }

    private RunningSystem() {}

    static LocalSystem get() {
        return Holder.SYSTEM;
    }

    private static LocalSystem started() {
        LocalSystem system = LocalSystem.start(Options.passing(Repository.here()));
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop the system"));
        SampleTherapists.addTo(system).forEach(refused -> {
            throw new AssertionError("a sample therapist was refused: " + refused);
        });
        return system;
    }
}
