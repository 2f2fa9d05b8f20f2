package ca.tripoint.e2e;

import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Options;
import ca.tripoint.local.Repository;
import ca.tripoint.local.SampleTherapists;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * One system for all tests of this module, started when the first one asks for it and ended after the last. Once a test has
 * failed, its logs stay.
 */
final class RunningSystem implements ParameterResolver, TestWatcher {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == LocalSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return store(test).getOrComputeIfAbsent("system", any -> started(), LocalSystem.class);
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        LocalSystem system = store(test).get("system", LocalSystem.class);
        if (system != null) {
            system.keepLogs();
        }
    }

    /** The outermost one: what lies in it is closed at the end of all tests. */
    private static ExtensionContext.Store store(ExtensionContext test) {
        return test.getRoot().getStore(ExtensionContext.Namespace.create(RunningSystem.class));
    }

    private static LocalSystem started() {
        LocalSystem system = LocalSystem.start(Options.passing(Repository.here()));
        List<Answer> refused = SampleTherapists.addTo(system);
        if (!refused.isEmpty()) {
            system.keepLogs();
            system.close();
            throw new AssertionError("sample therapists were refused: " + refused);
        }
        return system;
    }
}
