package ca.tripoint.canada.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @Test
    void amounts_add_subtract_and_multiply_in_whole_cents() {
        assertThat(Money.cents(12900).plus(Money.cents(1677))).isEqualTo(Money.cents(14577));
        assertThat(Money.cents(100).minus(Money.cents(101))).isEqualTo(Money.cents(-1));
        assertThat(Money.cents(12900).times(3)).isEqualTo(Money.cents(38700));
        assertThat(Money.sum(List.of(Money.cents(1), Money.cents(2)))).isEqualTo(Money.cents(3));
        assertThat(Money.sum(List.of())).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "12900, 0.13, 1677",
        "10, 0.04, 0",
        "10, 0.05, 1",
        "10, 0.149, 1",
        "10, 0.15, 2",
        "-10, 0.05, -1",
        "12901, 0.5, 6451",
        "12900, 0, 0",
        "12900, 1, 12900",
    })
    void a_share_is_rounded_to_the_cent_with_halves_away_from_zero(long cents, BigDecimal rate, long share) {
        assertThat(Money.cents(cents).share(rate)).isEqualTo(Money.cents(share));
    }

    @Test
    void an_amount_too_large_is_refused_and_never_wraps() {
        var most = Money.cents(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Money.cents(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.cents(Long.MIN_VALUE).minus(Money.cents(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.share(BigDecimal.TWO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void amounts_compare_and_print_in_dollars() {
        assertThat(Money.cents(1)).isLessThan(Money.cents(2));
        assertThat(Money.cents(12905)).hasToString("CAD 129.05");
        assertThat(Money.cents(-5)).hasToString("CAD -0.05");
        assertThat(Money.cents(0).isZero()).isTrue();
        assertThat(Money.cents(-1).isNegative()).isTrue();
        assertThat(Money.ZERO.isNegative()).isFalse();
        assertThat(Money.ZERO.currency().getCurrencyCode()).isEqualTo("CAD");
    }
}
