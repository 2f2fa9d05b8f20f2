package ca.tripoint.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every service builds on keeps the rules of the house too. */
class KitKeepsTheRulesTest {

    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ca.tripoint.kit");

    static List<String> rules() {
        return Arrays.stream(HouseRules.class.getDeclaredFields())
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .map(Field::getName)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_kit_keeps(String rule) throws ReflectiveOperationException {
        assertThat(KIT).isNotEmpty();

        ((ArchRule) HouseRules.class.getDeclaredField(rule).get(null)).check(KIT);
    }

    @Test
    void its_sql_never_converts_time() throws IOException {
        HouseRules.sqlNeverConvertsTime(Path.of("../service-kit/src/main"));
    }
}
