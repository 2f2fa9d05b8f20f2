package ca.tripoint.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The kubectl of this machine, used for its built-in kustomize alone: no cluster is asked anything. */
final class Kubectl {

    /** {@code labels} with {@code includeTemplates}, which the base uses, came with kustomize 5 (kubectl 1.27). */
    private static final int OLDEST_KUSTOMIZE = 5;

    private Kubectl() {}

    /** Why nothing can be rendered here, or nothing when it can. */
    static Optional<String> obstacle() throws IOException, InterruptedException {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
        if (!installed) {
            return Optional.of("kubectl is not on the PATH");
        }
        String version = new ObjectMapper()
                .readTree(run("version", "--client", "--output=json"))
                .path("kustomizeVersion")
                .asText("v0 (not stated)");
        int major = Integer.parseInt(version.replaceFirst("^v(\\d+).*", "$1"));
        return major >= OLDEST_KUSTOMIZE
                ? Optional.empty()
                : Optional.of("kubectl brings kustomize " + version + ", and v" + OLDEST_KUSTOMIZE + " is needed");
    }

    static String render(Path overlay) throws IOException, InterruptedException {
        return run("kustomize", overlay.toString());
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "kubectl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Path output = Files.createTempFile("kubectl", ".out");
        Path errors = Files.createTempFile("kubectl", ".err");
        try {
            Process kubectl = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!kubectl.waitFor(60, TimeUnit.SECONDS)) {
                kubectl.destroyForcibly();
                throw new IOException(String.join(" ", command) + ": no answer within 60 s");
            }
            if (kubectl.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + ": " + Files.readString(errors));
            }
            return Files.readString(output);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
