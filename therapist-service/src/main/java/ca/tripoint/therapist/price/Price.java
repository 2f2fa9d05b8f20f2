package ca.tripoint.therapist.price;

import ca.tripoint.canada.money.Money;
import ca.tripoint.canada.money.TaxLine;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price as it is told and signed. Amounts are whole cents. */
@Schema(description = "What a visit costs. Amounts are whole cents.", examples = """
                {"subtotalCents":12900,"taxes":[{"name":"GST","rate":0.05,"cents":645},
                {"name":"QST","rate":0.09975,"cents":1287}],"totalCents":14832,"currency":"CAD"}""")
public record Price(long subtotalCents, List<Tax> taxes, long totalCents, String currency) {

    /**
     * @param name code of the tax: GST, HST, QST or PST
     * @param rate as a fraction
     * @param unverified true where an accountant still has to confirm the rate for massage; else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tax(
            String name,
            BigDecimal rate,
            long cents,

            @Nullable @Schema(description = "True where an accountant still has to confirm the rate; else absent.")
            Boolean unverified) {

        static Tax of(TaxLine line) {
            return new Tax(line.name(), line.rate(), line.amount().cents(), line.unverified() ? true : null);
        }
    }

    static Price of(Money subtotal, List<TaxLine> lines) {
        Money total =
                subtotal.plus(Money.sum(lines.stream().map(TaxLine::amount).toList()));
        return new Price(
                subtotal.cents(), lines.stream().map(Tax::of).toList(), total.cents(), Money.CAD.getCurrencyCode());
    }
}
