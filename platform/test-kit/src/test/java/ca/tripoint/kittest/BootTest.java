package ca.tripoint.kittest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that does not know whose tokens to believe does not start. */
@QuarkusMainTest
@TestProfile(BootTest.WithoutTheAuthoritysKey.class)
class BootTest {

    private static final String LOCATION = "tripoint.auth.public-key-location";

    @TempDir
    Path folder;

    /** All that a service needs but one. */
    public static final class WithoutTheAuthoritysKey implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Infrastructure.class));
        }
    }

    /** Of {@link WithoutTheAuthoritysKey}. */
    public static final class Infrastructure implements QuarkusTestResourceLifecycleManager {

        private final TripointInfrastructure all = new TripointInfrastructure();

        @Override
        public Map<String, String> start() {
            Map<String, String> config = new HashMap<>(all.start());
            config.remove(LOCATION);
            return config;
        }

        @Override
        public void stop() {
            all.stop();
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty(LOCATION);
    }

    @Test
    void without_a_location_it_does_not_start(QuarkusMainLauncher launcher) {
        assertRefusal(launcher.launch(), LOCATION + " is required");
    }

    @Test
    void with_a_file_that_holds_no_key_it_does_not_start(QuarkusMainLauncher launcher) throws IOException {
        Path file = Files.writeString(
                folder.resolve("notes.pem"), "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----");
        System.setProperty(LOCATION, file.toString());

        assertRefusal(launcher.launch(), LOCATION + " names no public key");
    }

    private static void assertRefusal(LaunchResult start, String reason) {
        assertThat(start.exitCode()).isNotZero();
        assertThat(start.getOutput() + start.getErrorOutput()).contains(reason);
    }
}
