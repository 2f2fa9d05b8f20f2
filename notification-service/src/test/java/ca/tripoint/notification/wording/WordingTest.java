package ca.tripoint.notification.wording;

import static ca.tripoint.notification.wording.Language.ENGLISH;
import static ca.tripoint.notification.wording.Language.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.notification.notice.Kind;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern FRAGMENT = Pattern.compile("\\{#fragment (\\w+)}");
    private static final Map<String, String> FACTS = Map.of(
            "day", "lundi 1er mars 2027",
            "span", "de 10 h à 11 h",
            "previousDay", "samedi 27 février 2027",
            "previousHour", "9 h");

    private final Wording wording = new Wording(Engine.builder()
            .addDefaults()
            .addLocator(id ->
                    Optional.of(TEMPLATES.resolve(id)).filter(Files::exists).map(Located::new))
            .build());

    @Test
    void both_languages_have_every_file_with_every_fragment() {
        assertThat(keys(FRENCH)).isEqualTo(keys(ENGLISH));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_notice_has_its_words_in_both_languages(Kind kind) {
        for (Language language : Language.values()) {
            Words words = wording.of(kind.apiName(), language, FACTS);

            assertThat(words.title()).isNotBlank().doesNotContain("\n");
            assertThat(words.text()).isNotBlank().endsWith(".");
            assertThat(words.more()).isNotEmpty().allMatch(paragraph -> paragraph.endsWith("."));
        }
    }

    @ParameterizedTest
    @EnumSource
    void french_is_set_as_it_is_printed_in_quebec(Kind kind) {
        Words words = wording.of(kind.apiName(), FRENCH, FACTS);

        for (String text : Stream.concat(Stream.of(words.title(), words.text()), words.more().stream())
                .toList()) {
            assertThat(text)
                    .as("apostrophes are curly")
                    .doesNotContain("'")
                    .as("a colon has a space before it that does not break")
                    .doesNotContainPattern("[^\u00A0]:")
                    .as("; ! ? have none")
                    .doesNotContainPattern("[ \u00A0][;!?]")
                    .as("no double spaces")
                    .doesNotContain("  ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_title_and_no_text_speaks_of_the_body(Kind kind) {
        for (Language language : Language.values()) {
            Words words = wording.of(kind.apiName(), language, FACTS);

            String all = String.join(" ", words.title(), words.text(), String.join(" ", words.more()));
            assertThat(all.toLowerCase(language.locale()))
                    .doesNotContain(
                            "pain", "back", "leg", "sciatic", "massage", "symptom", "flag", "douleur", "dos ", "jambe")
                    .doesNotContain("symptôme", "drapeau", "diagnos");
        }
    }

    @Test
    void a_booked_visit_is_told_in_english() {
        Words words = wording.of(
                "visit-booked",
                ENGLISH,
                Map.of(
                        "day", "Sunday, March 14, 2027",
                        "span", "from 6:00 to 7:15, Toronto time",
                        "therapist", "Maude Tremblay"));

        assertThat(words.title()).isEqualTo("Your Tripoint visit is booked: Sunday, March 14, 2027");
        assertThat(words.text())
                .isEqualTo("Maude Tremblay will visit you on Sunday, March 14, 2027, from 6:00 to 7:15, Toronto time.");
        assertThat(words.more()).hasSize(2);
    }

    @Test
    void a_booked_visit_is_told_in_french() {
        Words words = wording.of(
                "visit-booked",
                FRENCH,
                Map.of(
                        "day", "dimanche 14 mars 2027",
                        "span", "de 6 h à 7 h 15, heure de Toronto",
                        "therapist", "Maude Tremblay"));

        assertThat(words.title()).isEqualTo("Votre visite Tripoint est confirmée\u00A0: dimanche 14 mars 2027");
        assertThat(words.text())
                .isEqualTo(
                        "Maude Tremblay vous rendra visite le dimanche 14 mars 2027, de 6 h à 7 h 15, heure de Toronto.");
    }

    @Test
    void a_therapist_whose_name_is_not_known_yet_is_yours() {
        assertThat(wording.of("visit-booked", ENGLISH, FACTS).text()).startsWith("Your therapist will visit you");
        assertThat(wording.of("visit-booked", FRENCH, FACTS).text()).startsWith("Votre thérapeute vous rendra visite");
    }

    @Test
    void the_safety_message_says_what_to_do_and_that_nothing_is_owed() {
        Words english = wording.of("safety", ENGLISH, Map.of());
        Words french = wording.of("safety", FRENCH, Map.of());

        assertThat(english.title()).isEqualTo("Important: please read this message from Tripoint now");
        assertThat(english.text())
                .contains("get medical help, as the app told you", "call 911", "cancelled and you owe nothing");
        assertThat(english.more().getLast()).contains("still in your calendar");
        assertThat(french.more().getLast()).contains("encore à votre agenda");
        assertThat(french.title()).isEqualTo("Important\u00A0: veuillez lire ce message de Tripoint dès maintenant");
        assertThat(french.text())
                .contains("obtenir de l’aide médicale", "appelez le 911", "annulées et vous ne devez rien");
    }

    @Test
    void who_revoked_visits_are_told_kindly_and_owe_nothing() {
        assertThat(wording.of("visit-called-off", ENGLISH, FACTS).text())
                .startsWith("We are sorry")
                .endsWith("You owe nothing for it.");
        assertThat(wording.of("screening-needed", FRENCH, FACTS).text())
                .startsWith("Nous sommes désolés")
                .endsWith("Vous ne devez rien pour celle-ci.");
    }

    @Test
    void letters_greet_by_name_where_there_is_one() {
        assertThat(wording.line("letter", "greeting", FRENCH, Map.of("name", "Anne")))
                .isEqualTo("Bonjour Anne,");
        assertThat(wording.line("letter", "greeting", ENGLISH, Map.of())).isEqualTo("Hello,");
    }

    private static TreeSet<String> keys(Language language) {
        Path folder = TEMPLATES.resolve("words").resolve(language.tag());
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> keys = new TreeSet<>();
            for (Path file : files.toList()) {
                FRAGMENT.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> keys.add(file.getFileName() + "#" + found.group(1)));
            }
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Located(Path file) implements TemplateLocation {

        @Override
        public Reader read() {
            try {
                return new StringReader(Files.readString(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(new Variant(ENGLISH.locale(), "text/plain", "UTF-8"));
        }
    }
}
