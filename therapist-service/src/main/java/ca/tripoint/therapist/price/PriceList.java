package ca.tripoint.therapist.price;

import ca.tripoint.canada.money.Money;
import ca.tripoint.canada.money.TaxTable;
import ca.tripoint.canada.place.Province;
import ca.tripoint.canada.table.ReferenceTable;
import ca.tripoint.canada.table.ReferenceTable.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a visit costs: a base price by province and length ({@code base-prices.csv}), the highest surcharge that applies ({@code
 * surcharges.csv}), and the taxes of the place on the sum. All by the local start at the address.
 */
public final class PriceList {

    private static final List<BasePrice> BASE_PRICES = ReferenceTable.read(PriceList.class, "base-prices.csv").stream()
            .map(PriceList::basePrice)
            .toList();
    private static final List<Surcharge> SURCHARGES = ReferenceTable.read(PriceList.class, "surcharges.csv").stream()
            .map(Surcharge::of)
            .toList();

    private PriceList() {}

    private record BasePrice(Set<Province> provinces, Duration length, Money price, LocalDate from, LocalDate to) {

        boolean applies(Province province, LocalDate date, Duration wanted) {
            return provinces.contains(province) && length.equals(wanted) && !date.isBefore(from) && !date.isAfter(to);
        }
    }

    private static BasePrice basePrice(Row row) {
        Set<Province> provinces = EnumSet.noneOf(Province.class);
        Arrays.stream(row.get("provinces").split(" ")).map(Province::valueOf).forEach(provinces::add);
        return new BasePrice(
                provinces,
                Duration.ofMinutes(Long.parseLong(row.get("minutes"))),
                Money.cents(Long.parseLong(row.get("cents"))),
                LocalDate.parse(row.get("from")),
                lastDay(row));
    }

    static LocalDate lastDay(Row row) {
        return row.get("to").isEmpty() ? LocalDate.MAX : LocalDate.parse(row.get("to"));
    }

    /** @throws IllegalStateException if the list has no price for that: it must have one for every length on offer */
    public static Price price(Province province, LocalDateTime localStart, Duration length) {
        LocalDate date = localStart.toLocalDate();
        Money base = BASE_PRICES.stream()
                .filter(row -> row.applies(province, date, length))
                .map(BasePrice::price)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no price for %s of treatment in %s on %s".formatted(length, province, date)));
        Money surcharge = SURCHARGES.stream()
                .filter(row -> row.applies(province, localStart))
                .map(Surcharge::price)
                .max(Money::compareTo)
                .orElse(Money.ZERO);
        Money subtotal = base.plus(surcharge);
        return Price.of(subtotal, TaxTable.lines(province, date, subtotal));
    }
}
