package ca.tripoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.local.Repository;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal in any service has a sentence in both languages and a row in the catalogue, and the catalogue has no other. */
class ProblemCatalogueTest {

    private static final Path ROOT = Repository.here().root();
    private static final Pattern CONSTANT = Pattern.compile("[A-Z_]+\\(\"([a-z0-9-]+)\", (\\d{3})\\)[,;]");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9-]+)` \\| (\\d{3}) \\|.*");

    private final Map<String, String> statusByCode = codesInSources();

    @Test
    void the_catalogue_lists_each_code_with_its_status_and_no_other() throws IOException {
        Map<String, String> catalogue = new TreeMap<>();
        Files.readAllLines(ROOT.resolve("docs/problems.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> catalogue.put(row.group(1), row.group(2)));

        assertThat(catalogue).isEqualTo(statusByCode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void each_code_has_a_title_and_a_detail(String language) {
        Set<String> wanted = statusByCode.keySet().stream()
                .flatMap(code -> Stream.of(code + ".title", code + ".detail"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts(language)).isEqualTo(wanted);
    }

    private static Map<String, String> codesInSources() {
        Map<String, String> codes = new TreeMap<>();
        mainSources(".java")
                .map(ProblemCatalogueTest::read)
                .filter(source -> source.contains("implements ProblemCode"))
                .forEach(source ->
                        CONSTANT.matcher(source).results().forEach(match -> codes.put(match.group(1), match.group(2))));
        return codes;
    }

    private static Set<String> texts(String language) {
        Set<String> keys = new TreeSet<>();
        mainSources("META-INF/tripoint/problems_" + language + ".properties").forEach(file -> {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            assertThat(texts.values())
                    .as(file.toString())
                    .noneMatch(text -> text.toString().isBlank());
            keys.addAll(texts.stringPropertyNames());
        });
        return keys;
    }

    private static Stream<Path> mainSources(String suffix) {
        return Stream.of(
                        "platform/service-kit",
                        "triage-service",
                        "therapist-service",
                        "booking-service",
                        "notification-service")
                .map(module -> ROOT.resolve(module).resolve("src/main"))
                .flatMap(ProblemCatalogueTest::walk)
                .filter(file -> file.toString().endsWith(suffix));
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
