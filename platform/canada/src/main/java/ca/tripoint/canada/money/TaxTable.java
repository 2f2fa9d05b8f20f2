package ca.tripoint.canada.money;

import ca.tripoint.canada.place.Province;
import ca.tripoint.canada.table.ReferenceTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Sales tax on massage, by the place of the visit and its local date ({@code taxes.csv}: dated rows with their source).
 * Every line is reckoned on the price before tax and rounded on its own. <strong>No accountant has reviewed the
 * table.</strong>
 */
public final class TaxTable {

    private static final List<Rate> RATES = ReferenceTable.read(TaxTable.class, "taxes.csv").stream()
            .map(TaxTable::rate)
            .toList();

    private TaxTable() {}

    /**
     * @param from first local date on which it holds
     * @param to last local date on which it holds
     */
    private record Rate(Province province, Tax tax, BigDecimal rate, LocalDate from, LocalDate to, boolean unverified) {

        boolean applies(Province where, LocalDate when) {
            return province == where && !when.isBefore(from) && !when.isAfter(to);
        }
    }

    private static Rate rate(ReferenceTable.Row row) {
        return new Rate(
                Province.valueOf(row.get("province")),
                Tax.valueOf(row.get("tax")),
                new BigDecimal(row.get("percent")).movePointLeft(2),
                LocalDate.parse(row.get("from")),
                row.get("to").isEmpty() ? LocalDate.MAX : LocalDate.parse(row.get("to")),
                row.get("unverified").equals("yes"));
    }

    /**
     * The taxes on a price, the federal one first.
     *
     * @throws NoTaxRateException if the table has no row for the province on that date
     */
    public static List<TaxLine> lines(Province province, LocalDate date, Money price) {
        var lines = RATES.stream()
                .filter(rate -> rate.applies(province, date))
                .map(rate -> new TaxLine(rate.tax(), rate.rate(), price.share(rate.rate()), rate.unverified()))
                .toList();
        if (lines.isEmpty()) {
            throw new NoTaxRateException(province, date);
        }
        return lines;
    }
}
