package ca.tripoint.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
            assertThat(recorded(options.home())).containsExactlyElementsOf(pids(processes));
            assertThat(system.api(Service.BOOKING).get("/").text("/database")).isEqualTo("booking");
            try (var connection = system.database(Service.BOOKING).connect()) {
                assertThat(connection.getCatalog()).isEqualTo("booking");
            }

            system.kill(Service.BOOKING);
            assertThat(Readiness.ofService(system.url(Service.BOOKING))).isFalse();
            system.restart(Service.BOOKING);

            assertThat(Readiness.ofService(system.url(Service.BOOKING))).isTrue();
            processes = system.parts().flatMap(part -> part.process().stream()).toList();
            assertThat(recorded(options.home())).containsExactlyElementsOf(pids(processes));
            assertThat(SampleTherapists.addTo(system)).isEmpty();
            assertThat(SampleTherapists.addTo(system))
                    .as("those who are there already")
                    .isEmpty();
            assertThat(system.api(Service.THERAPIST).get("/").at("/therapists").asInt())
                    .isEqualTo(SampleTherapists.all().size());
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(options.home().folder()).doesNotExist();
    }

    @Test
    void a_detached_system_is_found_and_ended_by_its_state_even_a_service_started_by_hand() throws Exception {
        Repository repository = StandIns.cloneIn(clone);
        Options options = Options.passing(repository).outlivingUs();
        LocalSystem system = LocalSystem.start(options);
        State state = State.read(options.home()).orElseThrow();
        assertThat(state.parts()).hasSize(7).noneMatch(part -> part.running() == null);
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
        Ports ports = Ports.free();
        int wanted = ports.of(Service.BOOKING);
        try (ServerSocket taken = take(wanted)) {
            assertThat(taken.isBound()).isTrue();

            assertThatThrownBy(() -> LocalSystem.start(Options.toWorkWith(repository, ports, false, System.out)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Port " + wanted + " (booking-service) is taken");
        }
    }

    private static ServerSocket take(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void the_usual_ports_are_8081_to_8084() {
        assertThat(Ports.usual().byService().values()).containsExactly(8081, 8082, 8083, 8084);
    }

    @Test
    void nothing_is_forgotten_for_a_fresh_start_that_cannot_be() throws Exception {
        Repository repository = StandIns.cloneIn(clone);
        Home home = repository.home().prepared();
        Path visits = Files.writeString(Files.createDirectories(home.postgres()).resolve("visits"), "1");
        Ports ports = Ports.free();
        Options options = Options.toWorkWith(repository, ports, false, System.out);

        try (ServerSocket taken = take(ports.of(Service.TRIAGE))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> LocalSystem.startFresh(options)).hasMessageContaining("is taken");
        }
        assertThat(visits).exists();

        Files.delete(repository.application(Service.BOOKING).resolve("quarkus-run.jar"));
        assertThatThrownBy(() -> LocalSystem.startFresh(options)).hasMessageContaining("is not built");
        assertThat(visits).exists();
    }

    @Test
    void services_that_are_not_built_are_named() throws Exception {
        Repository repository = StandIns.cloneIn(clone);
        Files.delete(repository.application(Service.THERAPIST).resolve("quarkus-run.jar"));

        assertThatThrownBy(() -> LocalSystem.start(Options.passing(repository)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("therapist-service is not built");
        assertThat(repository.root().resolve("target")).doesNotExist();
    }

    private static List<Long> pids(List<ProcessHandle> processes) {
        return processes.stream().map(ProcessHandle::pid).toList();
    }

    /** The process ids that whoever comes later reads. */
    private static List<Long> recorded(Home home) {
        return State.read(home).orElseThrow().parts().stream()
                .map(part -> part.running() == null ? 0 : part.running().pid())
                .toList();
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
