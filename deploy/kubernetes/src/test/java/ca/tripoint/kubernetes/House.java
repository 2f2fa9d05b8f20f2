package ca.tripoint.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where things are in the repository. Tests run in deploy/kubernetes. */
final class House {

    static final Path MANIFESTS = Path.of("").toAbsolutePath();
    static final Path ROOT = MANIFESTS.resolve("../..").normalize();
    static final Path BASE = MANIFESTS.resolve("base");
    static final Path PRODUCTION = MANIFESTS.resolve("overlays/production");

    private static final Pattern SERVICE_MODULE = Pattern.compile("<module>([a-z]+-service)</module>");
    private static final Pattern SECRET_ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (`[^|]+`) \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private House() {}

    /** The services that the build knows. */
    static Stream<String> services() throws IOException {
        return SERVICE_MODULE
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1));
    }

    static Set<Path> yamlFiles() throws IOException {
        try (Stream<Path> base = Files.walk(BASE);
                Stream<Path> overlays = Files.walk(MANIFESTS.resolve("overlays"))) {
            return Stream.concat(base, overlays)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static <T> T read(Path file, Class<T> type) throws IOException {
        List<Object> objects = StrictYaml.parse(Files.readString(file));
        if (objects.size() != 1) {
            throw new IllegalArgumentException(file + ": one object per file, not " + objects.size());
        }
        return type.cast(objects.getFirst());
    }

    /** The config maps that the overlay generates: name to keys and values. */
    static Map<String, Map<String, String>> generatedConfigMaps() throws IOException {
        Map<String, Map<String, String>> maps = new TreeMap<>();
        for (Kustomization.Generated generated : read(PRODUCTION.resolve("kustomization.yaml"), Kustomization.class)
                .configMapGenerator()) {
            Map<String, String> values = new TreeMap<>();
            for (String file : generated.envs()) {
                Files.readAllLines(PRODUCTION.resolve(file)).stream()
                        .map(line -> line.split("=", 2))
                        .forEach(pair -> values.put(pair[0], pair[1]));
            }
            maps.put(generated.name(), values);
        }
        return maps;
    }

    /** The secrets that README.md tells the operator to create, as {@code name/key}. */
    static Set<String> documentedSecretKeys() throws IOException {
        return SECRET_ROW
                .matcher(Files.readString(MANIFESTS.resolve("README.md")))
                .results()
                .flatMap(House::secretKeys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> secretKeys(MatchResult row) {
        return QUOTED.matcher(row.group(2)).results().map(key -> row.group(1) + "/" + key.group(1));
    }

    /** The service's own settings, empty when it declares none. */
    static Properties applicationProperties(String service) throws IOException {
        Properties properties = new Properties();
        Path file = ROOT.resolve(service).resolve("src/main/resources/application.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
