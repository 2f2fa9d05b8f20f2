package ca.tripoint.booking.travel;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.canada.place.Area;
import ca.tripoint.canada.place.Coordinates;
import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.travel.Travel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way takes 20 minutes here. */
class ItineraryTest {

    private static final Travel TWENTY_MINUTES = (from, to) -> Duration.ofMinutes(20);
    private static final Area SOMEWHERE = new Area(new Fsa("H2X"), new Coordinates(45.5, -73.6));

    @ParameterizedTest
    @CsvSource({"09:40, true", "09:41, false", "08:00, true", "10:30, true"})
    void from_the_stop_before(String ends, boolean fits) {
        Itinerary itinerary = new Itinerary(List.of(stop("08:00", ends)));

        assertThat(itinerary.hasRoomFor(stop("10:00", "11:30"), TWENTY_MINUTES)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"11:50, true", "11:49, false", "11:30, false"})
    void to_the_stop_after(String begins, boolean fits) {
        Itinerary itinerary = new Itinerary(List.of(stop(begins, "14:00")));

        assertThat(itinerary.hasRoomFor(stop("10:00", "11:30"), TWENTY_MINUTES)).isEqualTo(fits);
    }

    @Test
    void only_the_nearest_stops_matter_and_a_day_without_stops_has_room() {
        Itinerary itinerary = new Itinerary(List.of(
                stop("06:00", "07:00"), stop("08:00", "09:41"), stop("12:00", "13:00"), stop("15:00", "16:00")));

        assertThat(itinerary.hasRoomFor(stop("10:00", "11:30"), TWENTY_MINUTES)).isFalse();
        assertThat(new Itinerary(List.of()).hasRoomFor(stop("10:00", "11:30"), TWENTY_MINUTES))
                .isTrue();
    }

    private static Stop stop(String from, String to) {
        return new Stop(at(from), at(to), SOMEWHERE);
    }

    private static Instant at(String time) {
        return Instant.parse("2027-03-10T" + time + ":00Z");
    }
}
