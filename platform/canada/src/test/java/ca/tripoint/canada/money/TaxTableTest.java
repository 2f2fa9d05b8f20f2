package ca.tripoint.canada.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.canada.place.Province;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaxTableTest {

    private static final Money PRICE = Money.cents(12900);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @CsvSource({
        "AB, GST 0.05 645",
        "BC, GST 0.05 645",
        "MB, GST 0.05 645",
        "NB, HST 0.15 1935",
        "NL, HST 0.15 1935",
        "NS, HST 0.14 1806",
        "NT, GST 0.05 645",
        "NU, GST 0.05 645",
        "ON, HST 0.13 1677",
        "PE, HST 0.15 1935",
        // 12900 × 9.975 % = 1286.775, on the price without GST.
        "QC, GST 0.05 645 + QST 0.09975 1287",
        "SK, GST 0.05 645 + PST 0.00 0",
        "YT, GST 0.05 645",
    })
    void a_visit_of_129_dollars_is_taxed_by_the_province_in_which_it_takes_place(Province province, String lines) {
        assertThat(TaxTable.lines(province, TODAY, PRICE).stream()
                        .map(line -> "%s %s %d"
                                .formatted(
                                        line.name(), line.rate(), line.amount().cents()))
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-31, 0.15", "2025-04-01, 0.14"})
    void nova_scotia_lowered_its_tax_on_the_first_of_april_2025(LocalDate date, BigDecimal rate) {
        assertThat(TaxTable.lines(Province.NS, date, PRICE))
                .singleElement()
                .satisfies(line -> assertThat(line.rate()).isEqualByComparingTo(rate));
    }

    @ParameterizedTest
    @EnumSource
    void every_province_is_taxed_from_2020_on(Province province) {
        for (var date = LocalDate.of(2020, 1, 1); date.getYear() < 2031; date = date.plusDays(1)) {
            assertThat(TaxTable.lines(province, date, PRICE)).as("%s", date).hasSizeBetween(1, 2);
            assertThat(TaxTable.lines(province, date, PRICE))
                    .extracting(TaxLine::tax)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void what_no_accountant_has_confirmed_says_so() {
        assertThat(TaxTable.lines(Province.SK, TODAY, PRICE))
                .filteredOn(TaxLine::unverified)
                .extracting(TaxLine::tax)
                .containsExactly(Tax.PST);
        assertThat(TaxTable.lines(Province.ON, TODAY, PRICE)).noneMatch(TaxLine::unverified);
    }

    @Test
    void a_date_before_the_table_begins_is_refused() {
        assertThatThrownBy(() -> TaxTable.lines(Province.ON, LocalDate.parse("2010-06-30"), PRICE))
                .isInstanceOf(NoTaxRateException.class)
                .hasMessage("no tax rate is known for ON on 2010-06-30");
    }

    @Test
    void a_tax_has_a_name_on_receipts_in_both_languages() {
        assertThat(Tax.QST.label(Locale.CANADA)).isEqualTo("QST");
        assertThat(Tax.QST.label(Locale.CANADA_FRENCH)).isEqualTo("TVQ");
        assertThat(Tax.GST.label(Locale.CANADA_FRENCH)).isEqualTo("TPS");
    }
}
