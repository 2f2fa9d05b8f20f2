package ca.tripoint.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.local.StandIns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path clone;

    @Test
    void therapists_who_are_refused_end_the_demo_with_step_answer_and_logs() throws Exception {
        Session.Said said = new Session(StandIns.cloneIn(clone, "/v1/therapists")).dev("demo");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.output())
                .contains("✗ The demo failed. In step “Therapists in several provinces join”")
                .contains("POST /v1/therapists was answered 422 {\"code\":\"validation-failed\"}")
                .doesNotContain("A cleared client in Montréal");
        assertThatItsLogsRemain(said.output());
    }

    @Test
    void a_story_that_goes_otherwise_ends_the_demo_with_step_answer_and_logs() throws Exception {
        Session.Said said = new Session(StandIns.cloneIn(clone, "/v1/contacts/me")).dev("demo");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.output())
                .contains("✓ all are on the roster")
                .contains("✗ her contact is kept")
                .containsOnlyOnce("In step “Amélie leaves her e-mail address and asks for French”")
                .contains("PUT /v1/contacts/me was answered 422");
        assertThatItsLogsRemain(said.output());
    }

    private void assertThatItsLogsRemain(String output) throws Exception {
        Path home;
        try (Stream<Path> homes = Files.list(clone.resolve("target"))) {
            home = homes.toList().getFirst();
        }
        Path logs = home.resolve("logs");
        for (String service : new String[] {"triage", "therapist", "booking", "notification"}) {
            Path log = logs.resolve(service + "-service.log");
            assertThat(output).contains("    " + log + "\n");
            assertThat(log).exists();
        }
        assertThat(logs.resolve("postgres-server.log")).content().contains("database system is ready");
        assertThat(home).isDirectoryNotContaining(path -> !path.equals(logs));
    }
}
