package ca.tripoint.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code dev} script finds a JDK on whatever machine it is, and builds what is missing. Maven is a stand-in that says which JDK
 * it was given, notes what was asked of it and leaves what a build leaves; so is Java.
 */
class DevScriptTest {
    private static final List<String> TOOLS =
            List.of("bash", "sed", "dirname", "head", "cat", "sh", "mkdir", "touch", "mv", "find", "awk", "tee");

    @TempDir
    Path clone;

    private Path source;

    @BeforeEach
    void prepare() throws IOException {
        Path script = Repository.here().root().resolve("dev");
        executable(clone.resolve("dev"), Files.readString(script));
        executable(clone.resolve("mvnw"), """
                #!/bin/sh
                echo "JDK=$JAVA_HOME OPTS=$MAVEN_OPTS"
                echo "$@" >>maven-calls
                mkdir -p deploy/local/target/lib
                for service in triage therapist booking notification; do
                  mkdir -p $service-service/target/quarkus-app
                  touch $service-service/target/quarkus-app/quarkus-run.jar
                done
                """);
        Files.writeString(clone.resolve("pom.xml"), "<project/>");
        source = Files.createDirectories(clone.resolve("booking-service/src/main"))
                .resolve("Booking.java");
        Files.writeString(source, "class Booking {}");
    }

    @Test
    void without_arguments_the_commands_are_listed() throws Exception {
        assertThat(dev(Map.of()).output()).contains("demo", "up", "down", "token", "test");
    }

    @Test
    void java_home_comes_first_if_it_is_new_enough() throws Exception {
        Path chosen = jdk("chosen", 21);
        Path newer = jdk("jvm/newer", 25);

        Run run = dev(Map.of("JAVA_HOME", chosen.toString(), "TRIPOINT_JVM_FOLDERS", newer.toString()), "format");

        assertThat(run.output()).contains("JDK=" + chosen + " ").doesNotContain("unsafe-memory");
    }

    @Test
    void an_old_java_home_is_passed_over_and_25_is_preferred() throws Exception {
        Path old = jdk("old", 17);
        String folders = String.join(
                " ",
                jdk("jvm/21", 21).toString(),
                jdk("jvm/25", 25).toString(),
                jdk("jvm/26", 26).toString());

        Run run = dev(Map.of("JAVA_HOME", old.toString(), "TRIPOINT_JVM_FOLDERS", folders), "format");

        assertThat(run.output())
                .contains("JDK=" + clone.resolve("jvm/25"))
                .contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void java_on_the_path_is_taken_before_the_usual_folders() throws Exception {
        Path onPath = jdk("on-path", 22);
        String path = onPath.resolve("bin") + ":/usr/bin:/bin";

        Run run = dev(
                Map.of("PATH", path, "TRIPOINT_JVM_FOLDERS", jdk("jvm/25", 25).toString()), "format");

        assertThat(run.output()).contains("JDK=" + onPath + " ");
    }

    @Test
    void without_a_jdk_one_line_helps() throws Exception {
        Run run = dev(Map.of("TRIPOINT_JVM_FOLDERS", jdk("jvm/17", 17).toString()), "format");

        assertThat(run.code()).isNotZero();
        assertThat(run.output().lines())
                .singleElement()
                .asString()
                .contains("JDK 21 or newer", "adoptium.net", "JAVA_HOME");
    }

    @Test
    void an_unknown_command_is_refused() throws Exception {
        Run run = dev(Map.of(), "dance");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).startsWith("No such command: dance");
    }

    @Test
    void nothing_runs_in_a_fresh_clone_and_nothing_is_built_to_find_that_out() throws Exception {
        assertThat(dev(Map.of(), "status")).isEqualTo(new Run(1, "Tripoint is not running.\n"));
        assertThat(dev(Map.of(), "down")).isEqualTo(new Run(0, "Tripoint is not running.\n"));
        assertThat(mavenCalls()).isEmpty();
    }

    @Test
    void a_token_needs_the_launcher_and_not_the_services() throws Exception {
        Run run = dev(withJdk(), "token", "client");

        assertThat(run.code()).isZero();
        assertThat(mavenCalls()).singleElement().asString().contains(" -pl deploy/local -am ");
        assertThat(run.output().lines().reduce("", (before, line) -> line))
                .contains("-cp deploy/local/target/classes:deploy/local/target/lib/*")
                .endsWith("Dev token client");
    }

    @Test
    void a_running_system_is_ended_by_its_own_copy_of_the_launcher_when_the_build_was_cleaned() throws Exception {
        Files.createDirectories(clone.resolve(".tripoint/programs/launcher/classes"));
        Files.writeString(clone.resolve(".tripoint/state.json"), "{}");

        Run run = dev(withJdk(), "down");

        assertThat(run.output()).contains("-cp .tripoint/programs/launcher/classes:.tripoint/programs/launcher/*");
        assertThat(mavenCalls()).isEmpty();
    }

    @Test
    void the_demo_after_a_full_test_builds_nothing_until_a_source_changes() throws Exception {
        assertThat(dev(withJdk(), "test").code()).isZero();
        assertThat(dev(withJdk(), "demo").output()).endsWith("Dev demo\n");
        assertThat(mavenCalls()).singleElement().asString().endsWith(" verify");

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        dev(withJdk(), "demo");
        assertThat(mavenCalls()).hasSize(2).last().asString().contains(" package ");
    }

    @Test
    void a_test_of_less_than_everything_does_not_count_as_a_build() throws Exception {
        dev(withJdk(), "test", "-DskipTests");

        dev(withJdk(), "demo");

        assertThat(mavenCalls()).hasSize(2);
    }

    @Test
    void a_failed_test_does_not_count_as_a_build() throws Exception {
        Path mvnw = clone.resolve("mvnw");
        String works = Files.readString(mvnw);
        executable(mvnw, works + "exit 1\n");
        assertThat(dev(withJdk(), "test").code()).isNotZero();
        executable(mvnw, works);

        dev(withJdk(), "demo");

        assertThat(mavenCalls()).hasSize(2);
    }

    @Test
    void an_up_of_jars_as_they_are_is_refused_when_there_are_none() throws Exception {
        Run run = dev(withJdk(), "up", "--skip-build");

        assertThat(run).isEqualTo(new Run(1, "Nothing is built yet. Run ./dev up without --skip-build.\n"));
        assertThat(mavenCalls()).isEmpty();
    }

    private Map<String, String> withJdk() throws IOException {
        return Map.of("JAVA_HOME", jdk("jdk", 21).toString());
    }

    private List<String> mavenCalls() throws IOException {
        Path calls = clone.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private Path jdk(String name, int version) throws IOException {
        Path home = Files.createDirectories(clone.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        executable(
                home.resolve("bin/java"),
                "#!/bin/sh\necho '    java.home = " + home + "' >&2\necho \"java -cp $CLASSPATH $*\"\n");
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Runs the script where nothing but the given environment says where a JDK is. */
    private Run dev(Map<String, String> environment, String... arguments) throws Exception {
        Path without = Files.createDirectories(clone.resolve("tools"));
        for (String tool : TOOLS) {
            executable(without.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
        }
        ProcessBuilder builder = new ProcessBuilder("bash", clone.resolve("dev").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("HOME", clone.toString());
        builder.environment().put("PATH", without.toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static Path find(String tool) {
        for (String folder : new String[] {"/usr/bin", "/bin"}) {
            if (Files.exists(Path.of(folder, tool))) {
                return Path.of(folder, tool);
            }
        }
        throw new IllegalStateException("no " + tool);
    }

    private record Run(int code, String output) {}
}
