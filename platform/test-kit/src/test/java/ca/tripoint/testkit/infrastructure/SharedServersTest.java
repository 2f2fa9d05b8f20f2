package ca.tripoint.testkit.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.embedded.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedServersTest {

    @Test
    void a_build_shares_one_process_and_each_database_is_new() {
        SharedServers first = SharedServers.ofThisBuild();
        SharedServers second = SharedServers.ofThisBuild();

        assertThat(second.process()).isEqualTo(first.process());
        assertThat(second.broker()).isEqualTo(first.broker());
        assertThat(second.newDatabase().jdbcUrl())
                .isNotEqualTo(first.newDatabase().jdbcUrl());
    }

    @Test
    void the_servers_end_with_the_build_and_leave_no_process() throws Exception {
        Process build = new ProcessBuilder("sleep", "600").start();
        SharedServers servers = SharedServers.anchoredTo(build.toHandle());
        Database database = servers.newDatabase();
        try (var connection = database.connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
        List<ProcessHandle> family = servers.process().descendants().toList();
        assertThat(family).as("PostgreSQL's processes").isNotEmpty();

        build.destroyForcibly().waitFor();

        servers.process().onExit().get(30, TimeUnit.SECONDS);
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .get(30, TimeUnit.SECONDS);
        assertThat(family).noneMatch(ProcessHandle::isAlive);
        assertThat(folderOf(build)).doesNotExist();
    }

    @Test
    void servers_that_were_killed_are_replaced() throws Exception {
        Process build = new ProcessBuilder("sleep", "600").start();
        SharedServers killed = SharedServers.anchoredTo(build.toHandle());
        killed.process().destroyForcibly();
        killed.process().onExit().get(30, TimeUnit.SECONDS);

        SharedServers replacement = SharedServers.anchoredTo(build.toHandle());

        assertThat(replacement.process()).isNotEqualTo(killed.process());
        assertThat(replacement.newDatabase().jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        build.destroyForcibly().waitFor();
        replacement.process().onExit().get(30, TimeUnit.SECONDS);
    }

    private static Path folderOf(Process build) {
        String folder = "tripoint-test-" + System.getProperty("user.name");
        String key = build.pid() + "-" + SharedServers.startOf(build.toHandle());
        return Path.of(System.getProperty("java.io.tmpdir"), folder, key);
    }
}
