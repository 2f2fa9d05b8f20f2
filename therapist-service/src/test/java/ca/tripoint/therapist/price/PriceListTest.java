package ca.tripoint.therapist.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ca.tripoint.canada.place.Province;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceListTest {

    private static Price price(Province province, String localStart, int minutes) {
        return PriceList.price(province, LocalDateTime.parse(localStart), Duration.ofMinutes(minutes));
    }

    @Test
    void in_quebec_both_taxes_are_reckoned_on_the_price_before_tax() {
        Price price = price(Province.QC, "2027-03-08T10:00", 60);

        assertThat(price.subtotalCents()).isEqualTo(12_900);
        assertThat(price.taxes()).extracting(Price.Tax::name).containsExactly("GST", "QST");
        assertThat(price.taxes()).extracting(Price.Tax::cents).containsExactly(645L, 1_287L);
        assertThat(price.totalCents()).isEqualTo(14_832);
        assertThat(price.currency()).isEqualTo("CAD");
    }

    @Test
    void thirteen_percent_of_129_dollars_is_16_77_in_ontario() {
        Price price = price(Province.ON, "2027-03-08T10:00", 60);

        assertThat(price.taxes()).extracting(Price.Tax::name).containsExactly("HST");
        assertThat(price.taxes()).extracting(Price.Tax::cents).containsExactly(1_677L);
        assertThat(price.totalCents()).isEqualTo(14_577);
    }

    @Test
    void the_rate_in_saskatchewan_that_nobody_has_verified_says_so() {
        assertThat(price(Province.SK, "2027-03-08T10:00", 60).taxes())
                .extracting(Price.Tax::name, Price.Tax::unverified)
                .containsExactly(tuple("GST", null), tuple("PST", true));
    }

    @ParameterizedTest
    @CsvSource({
        "QC, 60, 12900", "QC, 75, 15400", "QC, 90, 17900",
        "BC, 60, 12900", "AB, 75, 15400", "ON, 90, 17900",
        "NS, 60, 11900", "MB, 75, 14200", "NU, 90, 16500",
    })
    void the_base_price_goes_by_province_and_length(Province province, int minutes, long cents) {
        assertThat(price(province, "2027-03-08T10:00", minutes).subtotalCents()).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({
        "a Monday morning,              2027-03-08T10:00, 0",
        "the last early start,          2027-03-08T07:45, 1500",
        "eight o'clock,                 2027-03-08T08:00, 0",
        "the last start of the day,     2027-03-08T19:45, 0",
        "the evening,                   2027-03-08T20:00, 1500",
        "a Friday,                      2027-03-12T10:00, 0",
        "a Saturday,                    2027-03-13T10:00, 1000",
        "a Sunday,                      2027-03-14T10:00, 1000",
        "Saturday evening: the higher,  2027-03-13T20:00, 1500",
        "Saint-Jean in Quebec,          2027-06-24T10:00, 2500",
        "the evening of Saint-Jean,     2027-06-24T21:00, 2500",
    })
    void of_the_surcharges_the_highest_one_applies(String when, String start, long surcharge) {
        assertThat(price(Province.QC, start, 60).subtotalCents()).as(when).isEqualTo(12_900 + surcharge);
    }

    @Test
    void a_holiday_of_one_province_is_a_working_day_in_another() {
        assertThat(price(Province.ON, "2027-06-24T10:00", 60).subtotalCents()).isEqualTo(12_900);
    }

    @ParameterizedTest
    @EnumSource(Province.class)
    void every_province_has_a_price_for_every_length(Province province) {
        for (int minutes : new int[] {60, 75, 90}) {
            Price price = price(province, "2027-03-08T10:00", minutes);
            assertThat(price.totalCents()).isGreaterThan(price.subtotalCents());
        }
    }

    @Test
    void a_length_that_is_not_on_the_list_has_no_price() {
        assertThatThrownBy(() -> price(Province.QC, "2027-03-08T10:00", 120)).isInstanceOf(IllegalStateException.class);
    }
}
