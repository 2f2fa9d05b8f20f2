package ca.tripoint.local;

import ca.tripoint.embedded.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command of each part. A system that people work with runs from a copy of the programs, so that a build beside it does
 * not pull its jars away.
 */
final class Programs {
    /** Nothing in Kafka, Netty or Protobuf that newer JVMs warn about concerns whoever reads our logs. */
    private static final List<String> QUIET = Runtime.version().feature() >= 24
            ? List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
            : List.of();

    private final Options options;

    Programs(Options options) {
        this.options = options;
    }

    static void refuseUnbuilt(Options options) {
        for (Service service : options.services()) {
            if (!Files.exists(options.repository().application(service).resolve("quarkus-run.jar"))) {
                throw new Refused(service.serviceName() + " is not built. Run ./dev up without --skip-build.");
            }
        }
    }

    Part engine(String name, Class<?> program, Path data) {
        int port = FreePort.next();
        List<String> command = java("-Xmx512m");
        command.addAll(List.of(program.getName(), data.toString(), Integer.toString(port)));
        Part part = new Part(name, options.home(), port, command);
        part.tell(Map.of("CLASSPATH", classPath()));
        return part;
    }

    Part service(Service service, int port) {
        Path application = kept(options.repository().application(service), service.serviceName());
        List<String> command = java("-Xmx384m");
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        return new Part(service.serviceName(), options.home(), port, command);
    }

    private List<String> java(String... settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(Part.mark(options.home()));
        command.add("-XX:+UseSerialGC");
        command.addAll(QUIET);
        if (!options.measured()) {
            // It lives too short to profit from the second compiler.
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of(settings));
        return command;
    }

    private String classPath() {
        String ours = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        if (options.temporary()) {
            return ours;
        }
        return Arrays.stream(ours.split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(entry -> kept(entry, "launcher/" + entry.getFileName()).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path kept(Path original, String name) {
        if (options.temporary()) {
            return original;
        }
        Path copy = options.home().programs().resolve(name);
        try {
            Files.createDirectories(copy.getParent());
            Files.walkFileTree(original, new Copying(original, copy));
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not copy " + original, failed);
        }
    }

    /** Copies what has changed since it was last copied. */
    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        private Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(target(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path target = target(file);
            boolean same = Files.exists(target)
                    && Files.size(target) == attributes.size()
                    && Files.getLastModifiedTime(target).equals(attributes.lastModifiedTime());
            if (!same) {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path target(Path original) {
            return original.equals(from)
                    ? to
                    : to.resolve(from.relativize(original).toString());
        }
    }
}
