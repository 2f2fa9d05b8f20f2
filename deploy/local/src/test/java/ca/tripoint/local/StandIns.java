package ca.tripoint.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A clone whose four services are stand-ins, so that the launcher is tested without building them. */
public final class StandIns {
    private StandIns() {}

    public static Repository cloneIn(Path folder) throws IOException {
        return cloneIn(folder, "");
    }

    /** The same, with services that refuse whatever is asked of a path. */
    public static Repository cloneIn(Path folder, String refusedPath) throws IOException {
        Files.writeString(folder.resolve("mvnw"), "");
        Repository repository = new Repository(folder);
        for (Service service : Service.values()) {
            Path application = Files.createDirectories(repository.application(service));
            writeJar(application.resolve("quarkus-run.jar"), refusedPath);
        }
        return repository;
    }

    private static void writeJar(Path jar, String refusedPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        String entry = StandInService.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream target = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream source = StandInService.class.getClassLoader().getResourceAsStream(entry)) {
            target.putNextEntry(new JarEntry(entry));
            target.write(source.readAllBytes());
            target.putNextEntry(new JarEntry("refused-path"));
            target.write(refusedPath.getBytes(StandardCharsets.UTF_8));
        }
    }
}
