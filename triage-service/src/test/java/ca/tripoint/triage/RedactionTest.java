package ca.tripoint.triage;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds something about a person's health does not print it: a log line or a failed assertion must not tell. Every record is
 * asked, so that a new one is either redacted or named here as one that holds none.
 */
class RedactionTest {
    /** The published content of the rule sets: the same for everybody. */
    private static final List<String> CONTENT =
            List.of("ca.tripoint.triage.ruleset.", "ca.tripoint.triage.catalogue.", "ca.tripoint.triage.rulebook.");

    /** Ids, times, and what everybody may read; or records that are redacted themselves, beside them. */
    private static final Set<String> NOTHING_ABOUT_HEALTH = Set.of(
            "briefing.Briefing$Consent",
            "decision.Mentions$Phrase",
            "progress.SessionRecord",
            "recall.RecallResource$NewRecall",
            "recall.RecallResource$RecallView",
            "recall.RecallResource$RecalledClearance",
            "redflag.RedFlagResource$Reported",
            "replay.Replay",
            "replay.Replay$Step",
            "review.ReviewView",
            "screening.NewScreening$ConsentGiven",
            "screening.Reader",
            "screening.ReconfirmationResource$Question",
            "screening.ScreeningResource$ReviewRequested",
            "screening.ScreeningView$CallView",
            "screening.ScreeningView$EvidenceView",
            "screening.ScreeningView$RulesetView",
            "screening.Screenings$Started",
            "shadow.Shadow$Result",
            "visit.Visit");

    @Test
    void every_record_that_could_hold_something_about_health_prints_nothing_of_it() throws IOException {
        assertThat(records()
                        .filter(RedactionTest::printsItself)
                        .map(name -> name.substring("ca.tripoint.triage.".length())))
                .containsExactlyInAnyOrderElementsOf(NOTHING_ABOUT_HEALTH);
    }

    @Test
    void a_record_that_prints_itself_is_recognised() {
        assertThat(printsItself(Telling.class.getName())).isTrue();
        assertThat(printsItself(Silent.class.getName())).isFalse();
    }

    private record Telling(String answer) {}

    private record Silent(String answer) {
        @Override
        public String toString() {
            return "Silent[redacted]";
        }
    }

    private static Stream<String> records() throws IOException {
        Path classes = classes();
        List<String> names;
        try (Stream<Path> files = Files.walk(classes)) {
            names = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.startsWith("ca/tripoint/triage/") && file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> CONTENT.stream().noneMatch(name::startsWith))
                    .filter(name -> !name.endsWith("package-info"))
                    .filter(name -> type(name).isRecord())
                    .toList();
        }
        assertThat(names).hasSizeGreaterThan(50);
        return names.stream();
    }

    private static Path classes() {
        try {
            return Path.of(Answers.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, RedactionTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The compiler's own toString of a record R calls a method handle that takes an R and returns a String; whoever writes their own
     * has no such descriptor among the constants of the class.
     */
    private static boolean printsItself(String name) {
        String file = name.replace('.', '/');
        try (var in = RedactionTest.class.getResourceAsStream("/" + file + ".class")) {
            String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return constants.contains("(L" + file + ";)Ljava/lang/String;");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
