package ca.tripoint.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code dev} script finds a JDK on whatever machine it is; Maven is a stand-in that says which one it was given. */
class DevScriptTest {
    @TempDir
    Path clone;

    @BeforeEach
    void prepare() throws IOException {
        Path script = Repository.here().root().resolve("dev");
        executable(clone.resolve("dev"), Files.readString(script));
        executable(clone.resolve("mvnw"), "#!/bin/sh\necho \"JDK=$JAVA_HOME OPTS=$MAVEN_OPTS\"\n");
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

    private Path jdk(String name, int version) throws IOException {
        Path home = Files.createDirectories(clone.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        executable(home.resolve("bin/java"), "#!/bin/sh\necho '    java.home = " + home + "' >&2\n");
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
        for (String tool : new String[] {"bash", "sed", "dirname", "head", "cat", "sh"}) {
            executable(without.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
        }
        ProcessBuilder builder = new ProcessBuilder("bash", clone.resolve("dev").toString());
        builder.command().addAll(java.util.List.of(arguments));
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
