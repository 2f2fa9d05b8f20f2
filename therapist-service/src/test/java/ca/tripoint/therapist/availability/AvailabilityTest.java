package ca.tripoint.therapist.availability;

import static ca.tripoint.therapist.availability.Obstacle.BEYOND_HORIZON;
import static ca.tripoint.therapist.availability.Obstacle.NOT_ACTIVE;
import static ca.tripoint.therapist.availability.Obstacle.NOT_WORKING;
import static ca.tripoint.therapist.availability.Obstacle.NO_CREDENTIAL;
import static ca.tripoint.therapist.availability.Obstacle.OFF_GRID;
import static ca.tripoint.therapist.availability.Obstacle.OUTSIDE_AREA;
import static ca.tripoint.therapist.availability.Obstacle.OUTSIDE_OPENING_HOURS;
import static ca.tripoint.therapist.availability.Obstacle.TAKEN;
import static ca.tripoint.therapist.availability.Obstacle.TIME_OFF;
import static ca.tripoint.therapist.availability.Obstacle.TOO_SOON;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.place.Places;
import ca.tripoint.canada.place.Province;
import ca.tripoint.canada.travel.RoadEstimate;
import ca.tripoint.therapist.credential.Credential;
import ca.tripoint.therapist.credential.CredentialKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTest {

    static final VisitPolicy POLICY = new VisitPolicy(
            Duration.ofMinutes(15),
            Duration.ofMinutes(15),
            Duration.ofHours(2),
            Duration.ofDays(180),
            RoadEstimate.standard(),
            Duration.ofMinutes(60),
            30);
    static final Availability AVAILABILITY = new Availability(POLICY);
    static final ZoneId TORONTO = TimeZones.zone("America/Toronto");
    static final Place MONTREAL = place("H2X");
    static final Instant NOW = at("2027-03-01T12:00:00-05:00");

    /** A therapist in Montréal who works every day from 09:00 to 17:00, until the example says otherwise. */
    private Practice practice = practice(everyDay(9 * 60, 17 * 60), List.of(), List.of());

    static Practice practice(List<WeeklyHours> hours, List<TimeRange> timeOff, List<TakenTime> taken) {
        return new Practice(
                UUID.randomUUID(),
                true,
                TORONTO,
                new ServiceArea.Radius(place("H2J").area(), 25),
                List.of(credential(Province.QC, CredentialKind.ASSOCIATION, "FQM")),
                hours,
                timeOff,
                taken);
    }

    static Credential credential(Province province, CredentialKind kind, String issuer) {
        return new Credential(province, kind, issuer, "1", LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31));
    }

    static List<WeeklyHours> everyDay(int from, int to) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklyHours(day, from, to))
                .toList();
    }

    static Place place(String fsa) {
        return Places.find(new Fsa(fsa)).orElseThrow();
    }

    static Instant at(String instant) {
        return OffsetDateTime.parse(instant).toInstant();
    }

    private static TimeRange from(String from, String to) {
        return new TimeRange(at(from), at(to));
    }

    private Optional<Obstacle> obstacle(String start, int minutes) {
        return obstacle(new Visit(MONTREAL, at(start), Duration.ofMinutes(minutes)));
    }

    private Optional<Obstacle> obstacle(Visit visit) {
        return POLICY.obstacle(visit, NOW).or(() -> AVAILABILITY.obstacle(practice, visit));
    }

    private List<String> starts(Place place, String first, String last, int minutes, Instant now) {
        Starts starts = Starts.between(
                place,
                LocalDate.parse(first),
                LocalDate.parse(last),
                Duration.ofMinutes(minutes),
                POLICY.earliest(now),
                POLICY.latest(now));
        return AVAILABILITY.open(practice, starts).stream()
                .mapToObj(index ->
                        TimeZones.offset(starts.start(index), place.zone()).toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "08:45, 60, NOT_WORKING",
        "09:00, 60,",
        "16:00, 60,",
        "16:15, 60, NOT_WORKING",
        "15:45, 75,",
        "16:00, 75, NOT_WORKING",
        "15:30, 90,",
        "15:45, 90, NOT_WORKING",
    })
    void treatment_lies_within_the_therapists_hours_and_set_up_may_come_before(
            String start, int minutes, Obstacle obstacle) {
        assertThat(obstacle("2027-03-08T" + start + ":00-05:00", minutes)).isEqualTo(Optional.ofNullable(obstacle));
    }

    @ParameterizedTest
    @CsvSource({
        "05:45, 60, OUTSIDE_OPENING_HOURS",
        "06:00, 60,",
        "23:00, 60,",
        "23:15, 60, OUTSIDE_OPENING_HOURS",
        "22:30, 90,",
        "22:45, 90, OUTSIDE_OPENING_HOURS",
        "10:05, 60, OFF_GRID",
        "10:15, 60,",
    })
    void a_visit_starts_on_the_quarter_hour_and_lies_between_six_and_midnight(
            String start, int minutes, Obstacle obstacle) {
        practice = practice(everyDay(0, 24 * 60), List.of(), List.of());

        assertThat(obstacle("2027-03-08T" + start + ":00-05:00", minutes)).isEqualTo(Optional.ofNullable(obstacle));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T13:45:00-05:00, TOO_SOON",
        "2027-03-01T14:00:00-05:00,",
        "2027-08-28T13:00:00-04:00,",
        "2027-08-28T13:15:00-04:00, BEYOND_HORIZON",
    })
    void a_visit_is_booked_two_hours_to_a_hundred_and_eighty_days_ahead(String start, Obstacle obstacle) {
        assertThat(obstacle(start, 60)).isEqualTo(Optional.ofNullable(obstacle));
    }

    @ParameterizedTest
    @CsvSource({"10:45,", "11:00, TIME_OFF", "12:00, TIME_OFF", "13:00, TIME_OFF", "13:15,"})
    void set_up_and_pack_down_keep_clear_of_time_off(String start, Obstacle obstacle) {
        practice = practice(
                everyDay(9 * 60, 17 * 60),
                List.of(from("2027-03-08T12:00:00-05:00", "2027-03-08T13:00:00-05:00")),
                List.of());

        assertThat(obstacle("2027-03-08T" + start + ":00-05:00", 60)).isEqualTo(Optional.ofNullable(obstacle));
    }

    /** Busy from 11:45 to 13:15: 5 minutes to park next door, 32 from Laval, an hour from who knows where. */
    @ParameterizedTest
    @CsvSource({
        "H2X, 10:15,",
        "H2X, 10:30, TAKEN",
        "H2X, 12:00, TAKEN",
        "H2X, 13:30, TAKEN",
        "H2X, 13:45,",
        "H7N, 09:45,",
        "H7N, 10:00, TAKEN",
        "H7N, 14:00, TAKEN",
        "H7N, 14:15,",
        "   , 09:30,",
        "   , 09:45, TAKEN",
        "   , 14:15, TAKEN",
        "   , 14:30,",
    })
    void between_two_visits_there_is_time_to_pack_travel_and_set_up(String other, String start, Obstacle obstacle) {
        practice = practice(
                everyDay(9 * 60, 17 * 60),
                List.of(),
                List.of(new TakenTime(
                        from("2027-03-08T11:45:00-05:00", "2027-03-08T13:15:00-05:00"),
                        other == null ? null : place(other).area())));

        assertThat(obstacle("2027-03-08T" + start + ":00-05:00", 60)).isEqualTo(Optional.ofNullable(obstacle));
    }

    /** Busy from 11:45 to 13:15 somewhere around Oka: whoever else lives there may be an hour away, and 12 minutes more. */
    @ParameterizedTest
    @CsvSource({"09:15,", "09:30, TAKEN", "14:30, TAKEN", "14:45,"})
    void within_a_rural_area_the_next_door_may_be_far(String start, Obstacle obstacle) {
        Place oka = place("J0N");
        practice = new Practice(
                UUID.randomUUID(),
                true,
                TORONTO,
                new ServiceArea.Areas(Set.of(oka.fsa())),
                List.of(credential(Province.QC, CredentialKind.ASSOCIATION, "FQM")),
                everyDay(6 * 60, 24 * 60),
                List.of(),
                List.of(new TakenTime(from("2027-03-08T11:45:00-05:00", "2027-03-08T13:15:00-05:00"), oka.area())));

        assertThat(obstacle(new Visit(oka, at("2027-03-08T" + start + ":00-05:00"), Duration.ofHours(1))))
                .isEqualTo(Optional.ofNullable(obstacle));
    }

    @Test
    void a_therapist_on_leave_visits_nobody() {
        practice = new Practice(
                practice.therapistId(),
                false,
                practice.zone(),
                practice.area(),
                practice.credentials(),
                practice.hours(),
                List.of(),
                List.of());

        assertThat(obstacle("2027-03-08T10:00:00-05:00", 60)).contains(NOT_ACTIVE);
        assertThat(starts(MONTREAL, "2027-03-08", "2027-03-08", 60, NOW)).isEmpty();
    }

    @Test
    void a_radius_reaches_so_far_and_no_farther() {
        ServiceArea area = new ServiceArea.Radius(place("H2J").area(), 25);

        assertThat(POLICY.reaches(area, place("H7N"))).isTrue();
        assertThat(POLICY.reaches(area, place("G1R"))).isFalse();
        assertThat(POLICY.reaches(new ServiceArea.Areas(Set.of(new Fsa("H2X"))), MONTREAL))
                .isTrue();
        assertThat(POLICY.reaches(new ServiceArea.Areas(Set.of(new Fsa("H2X"))), place("H2J")))
                .isFalse();
    }

    /** The middle of the rural area around Oka is 21 km from the Plateau. */
    @ParameterizedTest
    @CsvSource({"H2J, J0N, 51, false", "H2J, J0N, 52, true", "J0N, J0N, 29, false", "J0N, J0N, 30, true"})
    void a_radius_reaches_a_rural_area_if_it_reaches_thirty_kilometres_beyond_its_middle(
            String home, String rural, int kilometres, boolean reaches) {
        assertThat(POLICY.reaches(new ServiceArea.Radius(place(home).area(), kilometres), place(rural)))
                .isEqualTo(reaches);
        assertThat(POLICY.reaches(new ServiceArea.Areas(Set.of(new Fsa(rural))), place(rural)))
                .isTrue();
    }

    /** Each line takes away what the line before met. */
    @Test
    void of_several_obstacles_the_first_in_order_is_told() {
        Practice everythingWrong = new Practice(
                UUID.randomUUID(),
                false,
                TORONTO,
                new ServiceArea.Areas(Set.of(new Fsa("H2J"))),
                List.of(),
                List.of(),
                List.of(from("2027-03-08T00:00:00-05:00", "2027-03-09T00:00:00-05:00")),
                List.of(new TakenTime(from("2027-03-08T00:00:00-05:00", "2027-03-09T00:00:00-05:00"), null)));
        practice = everythingWrong;

        assertThat(obstacle("2027-03-01T05:05:00-05:00", 60)).contains(TOO_SOON);
        assertThat(obstacle("2027-09-08T05:05:00-04:00", 60)).contains(BEYOND_HORIZON);
        assertThat(obstacle("2027-03-08T05:05:00-05:00", 60)).contains(OFF_GRID);
        assertThat(obstacle("2027-03-08T05:00:00-05:00", 60)).contains(OUTSIDE_OPENING_HOURS);
        String ten = "2027-03-08T10:00:00-05:00";
        assertThat(obstacle(ten, 60)).contains(NOT_ACTIVE);
        practice = with(everythingWrong, true, false, false, false, false);
        assertThat(obstacle(ten, 60)).contains(NO_CREDENTIAL);
        practice = with(everythingWrong, true, true, false, false, false);
        assertThat(obstacle(ten, 60)).contains(OUTSIDE_AREA);
        practice = with(everythingWrong, true, true, true, false, false);
        assertThat(obstacle(ten, 60)).contains(NOT_WORKING);
        practice = with(everythingWrong, true, true, true, true, false);
        assertThat(obstacle(ten, 60)).contains(TIME_OFF);
        practice = with(everythingWrong, true, true, true, true, true);
        assertThat(obstacle(ten, 60)).contains(TAKEN);
        practice = practice.with(List.of());
        assertThat(obstacle(ten, 60)).isEmpty();
    }

    private static Practice with(
            Practice wrong, boolean active, boolean credential, boolean area, boolean hours, boolean present) {
        return new Practice(
                wrong.therapistId(),
                active,
                wrong.zone(),
                area ? new ServiceArea.Radius(place("H2J").area(), 25) : wrong.area(),
                credential ? List.of(credential(Province.QC, CredentialKind.ASSOCIATION, "FQM")) : List.of(),
                hours ? everyDay(9 * 60, 17 * 60) : List.of(),
                present ? List.of() : wrong.timeOff(),
                wrong.taken());
    }

    @Test
    void on_the_nights_of_the_clock_changes_no_start_is_lost_or_invented() {
        practice = practice(everyDay(6 * 60, 24 * 60), List.of(), List.of());

        assertThat(starts(MONTREAL, "2027-03-14", "2027-03-14", 60, NOW))
                .startsWith("2027-03-14T06:00-04:00")
                .endsWith("2027-03-14T23:00-04:00")
                .hasSize(69);
        assertThat(starts(MONTREAL, "2027-11-07", "2027-11-07", 60, at("2027-11-01T12:00:00-04:00")))
                .startsWith("2027-11-07T06:00-05:00")
                .endsWith("2027-11-07T23:00-05:00")
                .hasSize(69);
    }

    @Test
    void hours_that_the_clocks_skip_are_shorter_and_hours_that_they_show_twice_are_longer() {
        WeeklyHours night = new WeeklyHours(DayOfWeek.SUNDAY, 60, 4 * 60);

        assertThat(night.on(LocalDate.of(2027, 3, 14), TORONTO))
                .contains(from("2027-03-14T01:00:00-05:00", "2027-03-14T04:00:00-04:00"));
        assertThat(night.on(LocalDate.of(2027, 11, 7), TORONTO))
                .contains(from("2027-11-07T01:00:00-04:00", "2027-11-07T04:00:00-05:00"));
        assertThat(new WeeklyHours(DayOfWeek.SUNDAY, 2 * 60, 3 * 60).on(LocalDate.of(2027, 3, 14), TORONTO))
                .isEmpty();
    }

    @Test
    void hours_to_midnight_and_from_midnight_are_one() {
        practice = new Practice(
                UUID.randomUUID(),
                true,
                TimeZones.zone("America/St_Johns"),
                new ServiceArea.Areas(Set.of(new Fsa("V6B"))),
                List.of(credential(Province.BC, CredentialKind.COLLEGE, "CCHPBC")),
                List.of(
                        new WeeklyHours(DayOfWeek.MONDAY, 22 * 60, 24 * 60),
                        new WeeklyHours(DayOfWeek.TUESDAY, 0, 3 * 60)),
                List.of(),
                List.of());

        // 22:00 in St. John's in winter is 18:30 in Vancouver, which stays at −07.
        assertThat(starts(place("V6B"), "2027-03-08", "2027-03-08", 60, NOW))
                .startsWith("2027-03-08T18:30-07:00")
                .contains("2027-03-08T20:00-07:00", "2027-03-08T20:15-07:00")
                .endsWith("2027-03-08T22:30-07:00")
                .hasSize(17);
    }

    @Test
    void winter_in_vancouver_is_told_as_british_columbia_keeps_it_since_2026() {
        practice = new Practice(
                UUID.randomUUID(),
                true,
                TimeZones.zone("America/Vancouver"),
                new ServiceArea.Radius(place("V6B").area(), 10),
                List.of(credential(Province.BC, CredentialKind.COLLEGE, "CCHPBC")),
                everyDay(6 * 60, 24 * 60),
                List.of(),
                List.of());

        assertThat(starts(place("V6B"), "2026-12-15", "2026-12-15", 60, at("2026-12-01T12:00:00-07:00")))
                .startsWith("2026-12-15T06:00-07:00")
                .hasSize(69);
    }
}
