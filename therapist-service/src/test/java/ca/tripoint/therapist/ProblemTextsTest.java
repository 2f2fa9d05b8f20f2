package ca.tripoint.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.kit.problem.ProblemTexts;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class ProblemTextsTest {

    @Inject
    ProblemTexts texts;

    @Test
    void every_refusal_is_told_in_both_languages_and_explained() throws IOException {
        String catalogue = Files.readString(Path.of("..", "docs", "problems.md"));
        for (TherapistProblem problem : TherapistProblem.values()) {
            for (Locale language : new Locale[] {Locale.CANADA, Locale.CANADA_FRENCH}) {
                assertThat(texts.title(problem, language)).isNotBlank();
                assertThat(texts.detail(problem, language)).isNotBlank();
            }
            assertThat(catalogue).contains("| `" + problem.code() + "` | " + problem.status() + " |");
        }
    }
}
