package ca.tripoint.canada.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in Canadian dollars, kept in whole cents. Arithmetic is exact: an amount too large throws
 * {@link ArithmeticException} and never wraps. Negative amounts are refunds.
 *
 * @param cents of a Canadian dollar
 */
public record Money(long cents) implements Comparable<Money> {

    /** The one currency the product charges in. */
    public static final Currency CAD = Objects.requireNonNull(Currency.getInstance("CAD"));

    public static final Money ZERO = new Money(0);

    public static Money cents(long cents) {
        return new Money(cents);
    }

    /** The sum of amounts; zero for none. */
    public static Money sum(Iterable<Money> amounts) {
        var sum = ZERO;
        for (var amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    public Currency currency() {
        return CAD;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(cents, factor));
    }

    /** A share of this amount, rounded to the cent with halves away from zero: 0.13 of $129.00 is $16.77. */
    public Money share(BigDecimal rate) {
        return new Money(BigDecimal.valueOf(cents)
                .multiply(rate)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** For people who read logs: {@code CAD 129.00}. */
    @Override
    public String toString() {
        return "CAD " + BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
