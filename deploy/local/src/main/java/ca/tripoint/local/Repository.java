package ca.tripoint.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The clone we run from. */
public record Repository(Path root) {

    /** The folder with the Maven wrapper at or above the working directory. */
    public static Repository here() {
        Path start = Path.of(System.getProperty("tripoint.root", "")).toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("mvnw")))
                .findFirst()
                .map(Repository::new)
                .orElseThrow(() -> new IllegalStateException("Not inside a clone of Tripoint: " + start));
    }

    /** Where the build leaves a service, ready to run. */
    public Path application(Service service) {
        return root.resolve(service.serviceName()).resolve("target").resolve("quarkus-app");
    }

    /** The home of the system that {@code ./dev up} starts. */
    public Home home() {
        return new Home(root.resolve(".tripoint"));
    }
}
