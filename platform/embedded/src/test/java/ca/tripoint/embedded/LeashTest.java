package ca.tripoint.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
    private static final List<String> SAYS_ITS_PID_AND_STAYS = List.of("bash", "-c", "echo $$; exec sleep 600");

    @TempDir
    Path folder;

    @Test
    void a_child_ends_with_its_parent_even_when_that_is_killed() throws Exception {
        Path log = folder.resolve("child.log");
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        log.toString())
                .inheritIO()
                .start();
        ProcessHandle child = childIn(log);

        parent.destroyForcibly().waitFor();

        child.onExit().get(20, TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void closing_ends_the_child() throws Exception {
        Path log = folder.resolve("child.log");
        Leash leash = Leash.start("TERM", SAYS_ITS_PID_AND_STAYS, Map.of(), log);
        ProcessHandle child = childIn(log);

        leash.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(leash.isAlive()).isFalse();
    }

    @Test
    void a_child_that_ends_by_itself_is_reported_with_its_exit_code() throws Exception {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Leash leash = Leash.start("TERM", List.of("bash", "-c", "exit 7"), Map.of(), folder.resolve("child.log"));

        leash.onExit(code::complete);

        assertThat(code.get(20, TimeUnit.SECONDS)).isEqualTo(7);
    }

    private static ProcessHandle childIn(Path log) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            String said = Files.exists(log) ? Files.readString(log) : "";
            if (said.endsWith("\n")) {
                return ProcessHandle.of(Long.parseLong(said.strip())).orElseThrow();
            }
            Pause.briefly();
        }
        throw new AssertionError("The child never started");
    }

    /** A JVM that holds a child until it is killed. */
    static final class Parent {
        public static void main(String[] arguments) throws InterruptedException {
            Leash.start("TERM", SAYS_ITS_PID_AND_STAYS, Map.of(), Path.of(arguments[0]));
            Thread.currentThread().join();
        }
    }
}
