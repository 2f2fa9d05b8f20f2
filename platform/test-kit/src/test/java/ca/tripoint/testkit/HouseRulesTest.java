package ca.tripoint.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.booking.util.Sloppy;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.triage.Foreign;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_breach_is_noticed_and_named(String name, ArchRule rule, String culprit) {
        JavaClasses sloppy = new ClassFileImporter().importClasses(Sloppy.class, Visit.class, Foreign.class);

        assertThat(rule.evaluate(sloppy).getFailureReport().getDetails())
                .as(name)
                .anyMatch(detail -> detail.contains(culprit));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void what_keeps_the_rules_passes(String name, ArchRule rule) {
        JavaClasses sound = new ClassFileImporter().importClasses(Visit.class);

        assertThat(rule.evaluate(sound).hasViolation()).as(name).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT start at time zone 'America/Toronto'", "SELECT start AT TIME\n  ZONE zone"})
    void sql_that_converts_time_is_noticed_and_named(String sql, @TempDir Path sources) throws IOException {
        Files.writeString(Files.createDirectories(sources.resolve("db")).resolve("V2__report.sql"), sql);

        assertThatThrownBy(() -> HouseRules.sqlNeverConvertsTime(sources))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("V2__report.sql");
    }

    @Test
    void sql_that_leaves_time_alone_passes(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("V1__platform.sql"), "CREATE TABLE visit (start timestamp with time zone)");
        Files.writeString(sources.resolve("notes.md"), "never AT TIME ZONE");

        HouseRules.sqlNeverConvertsTime(sources);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("now", HouseRules.now_comes_from_an_injected_clock, "java.time.LocalDate.now()"),
                Arguments.of("now", HouseRules.now_comes_from_an_injected_clock, "java.time.Instant.now()"),
                Arguments.of("wall time", HouseRules.wall_time_goes_through_canada, "Instant.atZone"),
                Arguments.of("wall time", HouseRules.wall_time_goes_through_canada, "OffsetDateTime.ofInstant"),
                Arguments.of("folders", HouseRules.folders_are_features, "Sloppy"),
                Arguments.of("configuration", HouseRules.configuration_explains_itself, "ConfigProperty"),
                Arguments.of("resources", HouseRules.resources_only_translate, "DataSource"),
                Arguments.of("cycles", HouseRules.features_form_no_cycles, "Cycle detected"),
                Arguments.of("services", HouseRules.no_service_knows_another, "ca.tripoint.triage.Foreign"),
                Arguments.of("streams", HouseRules.logs_go_through_the_logger, "java.lang.System.out"));
    }
}
