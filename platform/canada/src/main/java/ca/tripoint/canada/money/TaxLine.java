package ca.tripoint.canada.money;

import java.math.BigDecimal;

/**
 * One tax on one price.
 *
 * @param tax which tax
 * @param rate as a fraction: 0.13 is 13 %
 * @param amount rounded to the cent on its own, halves away from zero
 * @param unverified whether an accountant still has to confirm the rate for massage
 */
public record TaxLine(Tax tax, BigDecimal rate, Money amount, boolean unverified) {

    /** The code of the tax: {@code GST}, {@code HST}, {@code QST} or {@code PST}. */
    public String name() {
        return tax.name();
    }
}
