package ca.tripoint.canada.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"H2X1Y4", "h2x 1y4", " H2x-1Y4 ", "h2X1y4\n"})
    void however_people_write_it_the_stored_form_is_one(String written) {
        assertThat(PostalCode.parse(written).value()).isEqualTo("H2X1Y4");
        assertThat(PostalCode.parse(written).display()).isEqualTo("H2X 1Y4");
        assertThat(PostalCode.parse(written).fsa()).isEqualTo(new Fsa("H2X"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H2X",
                "H2X1Y",
                "H2X1Y44",
                "H2X  1Y4",
                "H2X_1Y4",
                "2HX1Y4",
                "HH21Y4",
                "90210",
                "D2X1Y4",
                "F2X1Y4",
                "I2X1Y4",
                "O2X1Y4",
                "Q2X1Y4",
                "U2X1Y4",
                "W2X1Y4",
                "Z2X1Y4",
                "H2D1Y4",
                "H2X1O4",
                "H2X1Y٤",
                "ſ2X1Y4",
            })
    void what_is_no_postal_code_is_refused_and_never_repeated(String written) {
        assertThatThrownBy(() -> PostalCode.parse(written))
                .isInstanceOf(InvalidPostalCodeException.class)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("postal code is not written like A1A 1A1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2W1Z4", "X0A0H0", "Y1A1W1"})
    void w_and_z_may_stand_anywhere_but_first(String written) {
        assertThatCode(() -> PostalCode.parse(written)).doesNotThrowAnyException();
    }

    @Test
    void the_stored_form_alone_makes_a_postal_code_directly() {
        assertThatThrownBy(() -> new PostalCode("h2x1y4")).isInstanceOf(InvalidPostalCodeException.class);
        assertThatThrownBy(() -> new Fsa("h2x")).isInstanceOf(InvalidPostalCodeException.class);
        assertThatThrownBy(() -> new Fsa("H2X1")).isInstanceOf(InvalidPostalCodeException.class);
    }

    @Test
    void a_postal_code_prints_only_its_area() {
        assertThat(PostalCode.parse("H2X 1Y4")).hasToString("PostalCode[H2X]");
    }

    @Property(tries = 200)
    void every_postal_code_survives_being_written_on_an_envelope(@ForAll("postalCodes") PostalCode code) {
        assertThat(PostalCode.parse(code.display())).isEqualTo(code);
        assertThat(PostalCode.parse(code.display().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(code);
    }

    @Provide
    Arbitrary<PostalCode> postalCodes() {
        var first = Arbitraries.of(
                "ABCEGHJKLMNPRSTVXY".chars().mapToObj(Character::toString).toList());
        var letter = Arbitraries.of(
                "ABCEGHJKLMNPRSTVWXYZ".chars().mapToObj(Character::toString).toList());
        var digit = Arbitraries.integers().between(0, 9);
        return Combinators.combine(first, digit, letter, digit, letter, digit)
                .as((a, b, c, d, e, f) -> new PostalCode(a + b + c + d + e + f));
    }
}
