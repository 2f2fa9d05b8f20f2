package ca.tripoint.canada.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.clock.UnknownZoneException;
import ca.tripoint.canada.travel.GreatCircle;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private static final Map<Character, Set<Province>> PROVINCES_BY_FIRST_LETTER = Map.ofEntries(
            Map.entry('A', Set.of(Province.NL)),
            Map.entry('B', Set.of(Province.NS)),
            Map.entry('C', Set.of(Province.PE)),
            Map.entry('E', Set.of(Province.NB)),
            Map.entry('G', Set.of(Province.QC)),
            Map.entry('H', Set.of(Province.QC)),
            Map.entry('J', Set.of(Province.QC)),
            Map.entry('K', Set.of(Province.ON)),
            Map.entry('L', Set.of(Province.ON)),
            Map.entry('M', Set.of(Province.ON)),
            Map.entry('N', Set.of(Province.ON)),
            Map.entry('P', Set.of(Province.ON)),
            Map.entry('R', Set.of(Province.MB)),
            Map.entry('S', Set.of(Province.SK)),
            Map.entry('T', Set.of(Province.AB)),
            Map.entry('V', Set.of(Province.BC)),
            Map.entry('X', Set.of(Province.NT, Province.NU)),
            Map.entry('Y', Set.of(Province.YT)));

    /** What a province's clocks may show at noon of 2027-01-15 and 2027-07-15 (hours from UTC). */
    private static final Map<Province, Set<String>> OFFSETS = Map.ofEntries(
            Map.entry(Province.AB, Set.of("-06:00/-06:00")),
            Map.entry(Province.BC, Set.of("-07:00/-07:00", "-06:00/-06:00")),
            Map.entry(Province.MB, Set.of("-05:00/-05:00")),
            Map.entry(Province.NB, Set.of("-04:00/-03:00")),
            Map.entry(Province.NL, Set.of("-03:30/-02:30", "-04:00/-03:00")),
            Map.entry(Province.NS, Set.of("-04:00/-03:00")),
            Map.entry(Province.NT, Set.of("-06:00/-06:00")),
            Map.entry(Province.NU, Set.of("-05:00/-04:00", "-06:00/-05:00", "-07:00/-06:00")),
            Map.entry(Province.ON, Set.of("-05:00/-04:00", "-05:00/-05:00")),
            Map.entry(Province.PE, Set.of("-04:00/-03:00")),
            Map.entry(Province.QC, Set.of("-05:00/-04:00", "-04:00/-03:00")),
            Map.entry(Province.SK, Set.of("-06:00/-06:00")),
            Map.entry(Province.YT, Set.of("-07:00/-07:00")));

    @ParameterizedTest
    @CsvSource({
        "H2X 1Y4, QC, America/Toronto",
        "M5V 2T6, ON, America/Toronto",
        "K1N 5T5, ON, America/Toronto",
        "J8X 3X7, QC, America/Toronto",
        "T2P 1J9, AB, America/Edmonton",
        "V6B 1A1, BC, America/Vancouver",
        "R3C 0V8, MB, America/Winnipeg",
        "S4P 3Y2, SK, America/Regina",
        "S9H 0A1, SK, America/Swift_Current",
        "B3H 1A1, NS, America/Halifax",
        "B1P 1A1, NS, America/Glace_Bay",
        "E1C 1A1, NB, America/Moncton",
        "C1A 1A1, PE, America/Halifax",
        "A1C 1A1, NL, America/St_Johns",
        "X1A 1A1, NT, America/Edmonton",
        "X0A 0H0, NU, America/Iqaluit",
        "X0B 0C0, NU, America/Cambridge_Bay",
        "X0C 0G0, NU, America/Rankin_Inlet",
        "Y1A 1A1, YT, America/Whitehorse",
        "Y0B 1G0, YT, America/Dawson",
    })
    void a_postal_code_stands_for_a_place_with_its_province_and_its_clocks(
            String code, Province province, String zone) {
        var place = Places.find(PostalCode.parse(code)).orElseThrow();
        assertThat(place.province()).isEqualTo(province);
        assertThat(place.zone()).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest(name = "{0} ({2})")
    @CsvSource({
        "T9V 0A1, America/Edmonton, Lloydminster in Alberta",
        "S9V 0A1, America/Edmonton, Lloydminster in Saskatchewan",
        "V1C 1A1, America/Edmonton, Cranbrook",
        "V0B 1M0, America/Edmonton, Fernie",
        "V0B 1G0, America/Creston, Creston",
        "V0A 1H0, America/Edmonton, Golden",
        "V0E 2S0, America/Vancouver, Revelstoke",
        "V1G 1A1, America/Dawson_Creek, Dawson Creek",
        "V1J 1A1, America/Dawson_Creek, Fort St. John",
        "V0C 1R0, America/Fort_Nelson, Fort Nelson",
        "V0C 1L0, America/Vancouver, Dease Lake",
        "G0G 1C0, America/Blanc-Sablon, Blanc-Sablon",
        "G0G 2R0, America/Blanc-Sablon, Saint-Augustin",
        "G0G 1P0, America/Toronto, Havre-Saint-Pierre",
        "G4R 1A1, America/Toronto, Sept-Îles",
        "G4T 1A1, America/Halifax, Îles-de-la-Madeleine",
        "P0T 1C0, America/Atikokan, Atikokan",
        "P0T 1T0, America/Winnipeg, Ignace",
        "P0T 2E0, America/Toronto, Marathon",
        "P0V 3A0, America/Atikokan, Pickle Lake",
        "P0V 2M0, America/Winnipeg, Red Lake",
        "P9N 1A1, America/Winnipeg, Kenora",
        "P8N 1A1, America/Winnipeg, Dryden",
        "P9A 1A1, America/Winnipeg, Fort Frances",
        "P7B 1A1, America/Toronto, Thunder Bay",
        "A0K 3P0, America/St_Johns, Mary's Harbour",
        "A0K 1V0, America/Goose_Bay, Cartwright",
        "A0P 1C0, America/Goose_Bay, Happy Valley-Goose Bay",
        "A2V 1A1, America/Goose_Bay, Labrador City",
        "S0P 0A0, America/Winnipeg, Creighton",
        "S0J 1L0, America/Regina, La Ronge",
        "X0A 0V0, America/Resolute, Resolute",
        "X0C 0C0, America/Atikokan, Coral Harbour",
        "X0E 0T0, America/Inuvik, Inuvik",
        "B2G 1A1, America/Halifax, Antigonish",
    })
    void where_a_border_of_time_runs_through_the_land_the_very_postal_code_decides(
            String code, String zone, String settlement) {
        assertThat(Places.find(PostalCode.parse(code)).orElseThrow().zone())
                .as(settlement)
                .isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H0H 0H0", "A9Z 1A1", "Y9Y 9Y9"})
    void an_area_that_is_not_in_the_table_is_unknown_and_never_guessed(String code) {
        assertThat(Places.find(PostalCode.parse(code))).isEmpty();
    }

    @Test
    void the_table_covers_every_province_and_holds_1625_areas() {
        assertThat(Places.all()).hasSize(1625);
        assertThat(Places.all().stream().map(Place::province).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Province.class));
    }

    @Test
    void the_first_letter_of_every_area_belongs_to_its_province() {
        assertThat(Places.all())
                .allSatisfy(place -> assertThat(
                                PROVINCES_BY_FIRST_LETTER.get(place.fsa().code().charAt(0)))
                        .contains(place.province()));
    }

    @ParameterizedTest
    @CsvSource({
        "K1N, 45.43, -75.69, 3", "M5V, 43.64, -79.39, 4", "H2X, 45.51, -73.57, 3", "A1Y, 47.73, -53.23, 10",
        "V8E, 50.12, -122.96, 10", "S0J, 55.10, -105.28, 30", "B2C, 45.96, -60.80, 20", "X1A, 62.45, -114.37, 20",
    })
    void an_area_is_where_its_town_is(String fsa, double latitude, double longitude, double kilometres) {
        assertThat(GreatCircle.kilometres(
                        Places.find(new Fsa(fsa)).orElseThrow().at(), new Coordinates(latitude, longitude)))
                .isLessThan(kilometres);
    }

    @ParameterizedTest
    @CsvSource({
        "M, 43.70, -79.40, 25", "H1, 45.58, -73.58, 15", "H2, 45.53, -73.60, 15", "H3, 45.50, -73.60, 15",
        "K1, 45.42, -75.67, 17", "T2, 51.02, -114.06, 22", "T5, 53.56, -113.53, 20", "V5, 49.23, -123.02, 16",
        "V6, 49.23, -123.14, 20", "R3, 49.87, -97.17, 18", "S7, 52.13, -106.65, 15", "G1, 46.83, -71.25, 16",
    })
    void no_area_of_a_city_is_out_of_town(String prefix, double latitude, double longitude, double kilometres) {
        var centre = new Coordinates(latitude, longitude);
        assertThat(Places.all())
                .filteredOn(place -> place.fsa().code().startsWith(prefix))
                .isNotEmpty()
                .allSatisfy(place ->
                        assertThat(GreatCircle.kilometres(place.at(), centre)).isLessThan(kilometres));
    }

    @Test
    void every_area_lies_within_canada() {
        assertThat(Places.all()).allSatisfy(place -> {
            assertThat(place.at().latitude()).isBetween(41.7, 83.2);
            assertThat(place.at().longitude()).isBetween(-141.1, -52.6);
        });
    }

    @Test
    void every_area_keeps_a_time_that_its_province_knows() {
        assertThat(Places.all())
                .allSatisfy(place -> assertThat(OFFSETS.get(place.province()))
                        .contains("%s/%s"
                                .formatted(
                                        offset("2027-01-15T12:00", place.zone()),
                                        offset("2027-07-15T12:00", place.zone()))));
    }

    @Test
    void no_name_lost_an_accent() {
        assertThat(Places.all()).allSatisfy(place -> assertThat(place.name()).doesNotContain("\uFFFD"));
        assertThat(Places.find(new Fsa("G5R")).orElseThrow().name()).isEqualTo("Rivière-du-Loup");
    }

    @Test
    void a_place_outside_the_time_zones_of_canada_is_refused() {
        var boston = new Coordinates(42.36, -71.06);
        assertThatThrownBy(
                        () -> new Place(new Fsa("H2X"), "Boston", Province.QC, boston, ZoneId.of("America/New_York")))
                .isInstanceOf(UnknownZoneException.class);
        assertThatThrownBy(() -> new Place(new Fsa("H2X"), " ", Province.QC, boston, ZoneId.of("America/Toronto")))
                .hasMessage("name must not be blank");
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN"})
    void coordinates_that_are_not_on_earth_are_refused(double latitude, double longitude) {
        assertThatThrownBy(() -> new Coordinates(latitude, longitude)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_are_thirteen_provinces_and_territories_named_in_both_languages() {
        assertThat(Province.values()).hasSize(13);
        assertThat(Province.NS.name(Locale.CANADA)).isEqualTo("Nova Scotia");
        assertThat(Province.NS.name(Locale.CANADA_FRENCH)).isEqualTo("Nouvelle-Écosse");
        assertThat(Arrays.stream(Province.values()).map(Province::french)).doesNotHaveDuplicates();
    }

    private static String offset(String local, ZoneId zone) {
        return TimeZones.offset(LocalDateTime.parse(local), zone).getOffset().getId();
    }
}
