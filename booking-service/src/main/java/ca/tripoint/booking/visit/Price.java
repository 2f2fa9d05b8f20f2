package ca.tripoint.booking.visit;

import ca.tripoint.canada.money.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a visit costs, as offered: it does not change afterwards.
 *
 * @param subtotalCents before taxes, in Canadian cents
 * @param taxes each on its own line, for the receipt
 * @param totalCents what the client pays
 */
@Embeddable
public record Price(long subtotalCents, TaxLines taxes, long totalCents) {

    public Price {
        if (subtotalCents < 0) {
            throw new IllegalArgumentException("subtotalCents must not be negative");
        }
        if (subtotalCents + taxes.cents() != totalCents) {
            throw new IllegalArgumentException("totalCents must be the sum of subtotalCents and taxes");
        }
    }

    public Money total() {
        return Money.cents(totalCents);
    }

    /** One tax: its name ({@code GST}), its rate as a fraction, and what it comes to. */
    public record TaxLine(String name, BigDecimal rate, long cents) {

        public TaxLine {
            if (!name.matches("[A-Z]{2,8}")) {
                throw new IllegalArgumentException("name must be the code of a tax");
            }
        }
    }

    /** The taxes on one price. */
    public record TaxLines(List<TaxLine> lines) {

        public TaxLines {
            lines = List.copyOf(lines);
        }

        long cents() {
            return lines.stream().mapToLong(TaxLine::cents).sum();
        }
    }
}
