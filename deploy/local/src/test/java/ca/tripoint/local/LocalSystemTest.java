package ca.tripoint.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {
    @TempDir
    Path clone;

    @Test
    void a_system_starts_survives_the_loss_of_a_service_and_leaves_nothing_behind() throws Exception {
        Repository repository = StandIns.cloneIn(clone);
        Options options = Options.passing(repository);
        List<ProcessHandle> processes;
        try (LocalSystem system = LocalSystem.start(options)) {
            processes = system.parts().flatMap(part -> part.process().stream()).toList();
            assertThat(processes).hasSize(7);
            assertThat(system.api(Service.BOOKING).get("/").text("/database")).isEqualTo("booking");
            try (var connection = system.database(Service.BOOKING).connect()) {
                assertThat(connection.getCatalog()).isEqualTo("booking");
            }

            system.kill(Service.BOOKING);
            assertThat(Readiness.ofService(system.url(Service.BOOKING))).isFalse();
            system.restart(Service.BOOKING);

            assertThat(Readiness.ofService(system.url(Service.BOOKING))).isTrue();
            assertThat(SampleTherapists.addTo(system)).isEmpty();
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(options.home().folder()).doesNotExist();
    }

    @Test
    void a_detached_system_is_found_and_ended_by_its_state_even_a_service_started_by_hand() throws Exception {
        Repository repository = StandIns.cloneIn(clone);
        Options passing = Options.passing(repository);
        Options options = new Options(repository, passing.home(), false, true, false, System.out);
        LocalSystem system = LocalSystem.start(options);
        State state = State.read(options.home()).orElseThrow();
        List<ProcessHandle> running;
        try {
            assertThatThrownBy(() -> LocalSystem.start(options))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("./dev down");
            String script = system.restartCommand(Service.TRIAGE).toString();
            system.kill(Service.TRIAGE);
            Process byHand = new ProcessBuilder(script).start();
            Awaitility.await().until(() -> Readiness.ofService(system.url(Service.TRIAGE)));
            assertThat(new ProcessBuilder(script).start().waitFor())
                    .as("a second one")
                    .isEqualTo(1);
            running = state.parts().stream()
                    .flatMap(part -> state.processOf(part).stream())
                    .toList();
            assertThat(running).hasSize(7).contains(byHand.toHandle());
        } finally {
            state.end();
        }

        assertThat(running).noneMatch(ProcessHandle::isAlive);
        assertThat(State.read(options.home())).isEmpty();
        assertThat(options.home().postgres()).exists();
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        Repository repository = StandIns.cloneIn(clone);
        try (ServerSocket taken = take(Service.BOOKING.usualPort())) {
            assertThat(taken.isBound()).isTrue();

            assertThatThrownBy(() -> LocalSystem.start(Options.toWorkWith(repository, false)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("8083 (booking-service)");
        }
    }

    /** Another program may hold the port already, which is as good. */
    private static ServerSocket take(int port) throws java.io.IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (java.net.BindException heldByAnother) {
            return new ServerSocket(0);
        }
    }

    @Test
    void services_that_are_not_built_are_named() throws Exception {
        Repository repository = StandIns.cloneIn(clone);
        Files.delete(repository.application(Service.THERAPIST).resolve("quarkus-run.jar"));

        assertThatThrownBy(() -> LocalSystem.start(Options.passing(repository)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("therapist-service is not built");
    }

    @Test
    void a_recorded_process_id_that_now_belongs_to_a_stranger_is_nobody() {
        ProcessHandle stranger = ProcessHandle.current();
        State.Running recorded = new State.Running(stranger.pid(), java.time.Instant.EPOCH);
        State.Running right = State.Running.of(stranger);

        assertThat(recorded.process()).isEmpty();
        assertThat(right.process()).isEqualTo(Optional.of(stranger));
    }

    @Test
    void the_state_is_read_as_it_was_written() {
        Home home = new Home(clone.resolve("home")).prepared();
        State.PartState kafka = new State.PartState("kafka", 19092, "127.0.0.1:19092", "/log", "/run/kafka.sh", null);
        State state = new State(
                home.folder().toString(),
                true,
                State.Running.of(ProcessHandle.current()),
                "127.0.0.1:19092",
                19025,
                "/mail",
                List.of(kafka));

        state.save();

        assertThat(State.read(home)).contains(state);
        assertThat(state.hasRunningParts()).isFalse();
    }

    @Test
    void tokens_are_the_same_authority_s_before_and_after() {
        Home home = new Home(clone.resolve("home")).prepared();
        UUID anne = UUID.randomUUID();

        String token = Tokens.of(home).client(anne);

        assertThat(token.split("\\.")).hasSize(3);
        assertThat(home.keys().resolve("authority.pem")).exists();
    }
}
