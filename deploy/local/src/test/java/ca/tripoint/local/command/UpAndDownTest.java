package ca.tripoint.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.tripoint.local.Repository;
import ca.tripoint.local.Service;
import ca.tripoint.local.StandIns;
import ca.tripoint.local.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpAndDownTest {
    @TempDir
    Path clone;

    private Repository repository;
    private Session session;

    @BeforeEach
    void prepare() throws Exception {
        repository = StandIns.cloneIn(clone);
        session = new Session(repository);
    }

    @AfterEach
    void end_what_a_failed_test_left() {
        session.dev("down");
    }

    @Test
    void nothing_runs_before_up() {
        assertThat(session.dev("status")).isEqualTo(new Session.Said(1, "Tripoint is not running.\n"));
        assertThat(session.dev("down")).isEqualTo(new Session.Said(0, "Tripoint is not running.\n"));
    }

    @Test
    void an_up_that_stays_tells_of_a_loss_and_is_ended_by_down() throws Exception {
        Path output = clone.resolve("output");
        Process up = AttachedUp.start(repository, session.ports(), output);
        awaitInOutput(output, "Ctrl-C ends it.");
        List<ProcessHandle> parts = running();
        assertThat(parts).hasSize(7);
        Session.Said status = session.dev("status");
        assertThat(status.code()).isZero();
        assertThat(status.output().lines()).hasSize(7).allMatch(line -> line.contains("process "));

        ProcessHandle booking = part(Service.BOOKING);
        booking.destroyForcibly();

        awaitInOutput(output, "booking-service has ended. Its log: " + log(Service.BOOKING));
        String restart = clone.resolve(".tripoint/run/booking-service.sh").toString();
        assertThat(Files.readString(output)).contains("Start it again with: " + restart);
        Session.Said incomplete = session.dev("status");
        assertThat(incomplete.code()).isEqualTo(1);
        assertThat(incomplete.output()).contains("ended; start it with " + restart);

        Session.Said down = session.dev("down");

        assertThat(down.code()).isZero();
        assertThat(down.output()).startsWith("Stopped; the data stay in " + clone.resolve(".tripoint"));
        assertThat(up.waitFor(10, TimeUnit.SECONDS)).as("up has ended too").isTrue();
        assertThat(parts).noneMatch(ProcessHandle::isAlive);
        assertThat(session.dev("status").output()).isEqualTo("Tripoint is not running.\n");
    }

    @Test
    void a_detached_up_prints_what_runs_where_and_fresh_forgets_the_data_but_not_the_keys() throws Exception {
        session.dev("token", "client");
        Path authority = clone.resolve(".tripoint/keys/authority.pem");
        String key = Files.readString(authority);
        Path oldMail = Files.writeString(
                Files.createDirectories(clone.resolve(".tripoint/mail")).resolve("000001.eml"), "Subject: old\n\n");
        Path oldData = Files.writeString(
                Files.createDirectories(clone.resolve(".tripoint/postgres")).resolve("old"), "");

        Session.Said up = session.dev("up", "--detach", "--fresh");

        assertThat(up.code()).isZero();
        assertThat(oldMail).doesNotExist();
        assertThat(oldData).doesNotExist();
        assertThat(authority).hasContent(key);
        for (Service service : Service.values()) {
            String url = "http://127.0.0.1:" + port(service);
            assertThat(up.output().lines())
                    .anySatisfy(line -> assertThat(line)
                            .matches("%s +%s +%s/q/swagger-ui +%s"
                                    .formatted(service.serviceName(), url, url, log(service))));
        }
        assertThat(up.output())
                .contains("TOKEN=$(./dev token client | tail -1)")
                .contains(
                        "curl -s -H \"Authorization: Bearer $TOKEN\" http://127.0.0.1:" + port(Service.TRIAGE) + "/v1/")
                .contains("http://127.0.0.1:" + port(Service.THERAPIST) + "/v1/slots?postalCode=")
                .contains("http://127.0.0.1:" + port(Service.BOOKING) + "/v1/bookings")
                .contains("http://127.0.0.1:" + port(Service.NOTIFICATION) + "/v1/notifications");
        Session.Said again = session.dev("up", "--detach");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.output()).contains("already running").contains("./dev down");
        List<ProcessHandle> parts = running();

        assertThat(session.dev("down").code()).isZero();

        assertThat(parts).hasSize(7).noneMatch(ProcessHandle::isAlive);
    }

    private void awaitInOutput(Path output, String line) {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(Files.readString(output)).contains(line));
    }

    private int port(Service service) {
        return session.ports().byService().get(service);
    }

    private Path log(Service service) {
        return clone.resolve(".tripoint/logs").resolve(service.serviceName() + ".log");
    }

    private State state() {
        return State.read(repository.home()).orElseThrow();
    }

    private List<ProcessHandle> running() {
        State state = state();
        return state.parts().stream()
                .flatMap(part -> state.processOf(part).stream())
                .toList();
    }

    private ProcessHandle part(Service service) {
        State state = state();
        return state.parts().stream()
                .filter(part -> part.name().equals(service.serviceName()))
                .flatMap(part -> state.processOf(part).stream())
                .findFirst()
                .orElseThrow();
    }
}
