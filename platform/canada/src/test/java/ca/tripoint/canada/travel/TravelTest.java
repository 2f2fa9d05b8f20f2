package ca.tripoint.canada.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ca.tripoint.canada.place.Area;
import ca.tripoint.canada.place.Coordinates;
import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.Places;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TravelTest {

    private static final Coordinates MONTREAL = new Coordinates(45.5088, -73.5540);
    private static final Coordinates TORONTO = new Coordinates(43.6532, -79.3832);
    private static final RoadEstimate ROAD = RoadEstimate.standard();

    @Test
    void montreal_is_five_hundred_and_four_kilometres_from_toronto() {
        assertThat(GreatCircle.kilometres(MONTREAL, TORONTO)).isCloseTo(504, within(2.0));
    }

    @Test
    void a_degree_of_latitude_is_a_hundred_and_eleven_kilometres_anywhere() {
        assertThat(GreatCircle.kilometres(new Coordinates(60, -100), new Coordinates(61, -100)))
                .isCloseTo(111.195, within(0.001));
    }

    @Test
    void opposite_points_are_half_the_earth_apart() {
        assertThat(GreatCircle.kilometres(new Coordinates(45, -75), new Coordinates(-45, 105)))
                .isCloseTo(Math.PI * 6371.0088, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        // 35 km by road take an hour; 26.923 km as the crow flies make 35 km by road.
        "0, 5",
        "0.0001, 6",
        "0.448, 6",
        "0.449, 7",
        "26.92, 65",
        "26.93, 66",
    })
    void travel_is_rounded_up_to_a_minute_and_five_minutes_of_parking_are_added(double kilometres, int minutes) {
        assertThat(ROAD.over(kilometres)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void the_same_area_in_a_town_costs_the_parking_alone() {
        assertThat(ROAD.between(area("H2X"), area("H2X"))).isEqualTo(Duration.ofMinutes(5));
    }

    /** 30 km as the crow flies are 67 minutes by road. Oka is 12 km from La Plaine; Saint-Antoine is 33 km from Montréal. */
    @ParameterizedTest
    @CsvSource({
        "J0N, J0N, 72",
        "J0N, J7M, 72",
        "J7M, J0N, 72",
        "J7M, J7M, 5",
        "H2X, J0L, 80",
    })
    void within_and_to_rural_areas_at_least_thirty_kilometres_are_reckoned(String from, String to, int minutes) {
        assertThat(ROAD.between(area(from), area(to))).isEqualTo(Duration.ofMinutes(minutes));
    }

    private static Area area(String fsa) {
        return Places.find(new Fsa(fsa)).orElseThrow().area();
    }

    @Test
    void the_numbers_are_parameters() {
        var fast = new RoadEstimate(1, 60, Duration.ZERO, 0);
        assertThat(fast.over(10)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void numbers_that_make_no_sense_are_refused_by_name() {
        var five = Duration.ofMinutes(5);
        assertThatThrownBy(() -> new RoadEstimate(0.99, 35, five, 30)).hasMessage("detour must be at least 1");
        assertThatThrownBy(() -> new RoadEstimate(Double.NaN, 35, five, 30)).hasMessage("detour must be at least 1");
        assertThatThrownBy(() -> new RoadEstimate(1.3, 0, five, 30)).hasMessage("kilometresPerHour must be positive");
        assertThatThrownBy(() -> new RoadEstimate(1.3, 35, five.negated(), 30))
                .hasMessage("parking must not be negative");
        assertThatThrownBy(() -> new RoadEstimate(1.3, 35, five, -1))
                .hasMessage("ruralKilometres must not be negative");
    }

    @Property(tries = 300)
    void the_way_back_is_as_long_and_never_shorter_than_the_parking(
            @ForAll @DoubleRange(min = 41, max = 83) double latitude,
            @ForAll @DoubleRange(min = -141, max = -52) double longitude) {
        var here = area("H2X");
        var there = new Area(new Fsa("A1A"), new Coordinates(latitude, longitude));
        assertThat(ROAD.between(here, there))
                .isEqualTo(ROAD.between(there, here))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }
}
