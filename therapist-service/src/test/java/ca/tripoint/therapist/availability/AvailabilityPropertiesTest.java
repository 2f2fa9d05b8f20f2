package ca.tripoint.therapist.availability;

import static ca.tripoint.therapist.availability.AvailabilityTest.AVAILABILITY;
import static ca.tripoint.therapist.availability.AvailabilityTest.MONTREAL;
import static ca.tripoint.therapist.availability.AvailabilityTest.POLICY;
import static ca.tripoint.therapist.availability.AvailabilityTest.TORONTO;
import static ca.tripoint.therapist.availability.AvailabilityTest.place;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.hours.OpeningHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a therapist's week looks like, the slots are exactly the starts that the rules allow, taken one by one. */
class AvailabilityPropertiesTest {

    private static final Instant LONG_AGO = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2028-01-01T00:00:00Z");

    @Property(tries = 300)
    void the_slots_are_exactly_the_starts_that_the_rules_allow(
            @ForAll("practices") Practice practice, @ForAll("days") LocalDate day, @ForAll("lengths") Duration length) {
        Starts starts = Starts.between(MONTREAL, day, day.plusDays(1), length, LONG_AGO, FAR_AHEAD);
        BitSet open = AVAILABILITY.open(practice, starts);

        for (int index = 0; index < starts.count(); index++) {
            Visit visit = new Visit(MONTREAL, starts.start(index), length);
            assertThat(open.get(index)).as(visit.localStart().toString()).isEqualTo(allowed(practice, visit));
        }
    }

    @Property(tries = 300)
    void a_slot_of_the_search_is_one_that_would_be_offered(
            @ForAll("practices") Practice practice, @ForAll("days") LocalDate day, @ForAll("lengths") Duration length) {
        Starts starts = Starts.between(MONTREAL, day, day, length, LONG_AGO, FAR_AHEAD);
        BitSet open = AVAILABILITY.open(practice, starts);

        for (int index = 0; index < starts.count(); index++) {
            Visit visit = new Visit(MONTREAL, starts.start(index), length);
            Instant now = visit.start().minus(POLICY.notice());
            assertThat(POLICY.obstacle(visit, now)
                            .or(() -> AVAILABILITY.obstacle(practice, visit))
                            .isEmpty())
                    .isEqualTo(open.get(index));
        }
    }

    @Property(tries = 300)
    void what_is_booked_into_a_slot_takes_it_and_leaves_no_overlap(
            @ForAll("practices") Practice practice, @ForAll("days") LocalDate day, @ForAll("lengths") Duration length) {
        Starts starts = Starts.between(MONTREAL, day, day, length, LONG_AGO, FAR_AHEAD);
        List<TakenTime> taken = new ArrayList<>();
        Practice filling = with(practice, taken);

        for (BitSet open = AVAILABILITY.open(filling, starts);
                !open.isEmpty();
                open = AVAILABILITY.open(filling, starts)) {
            Visit visit = new Visit(MONTREAL, starts.start(open.nextSetBit(0)), length);
            TimeRange busy = POLICY.busy(visit);
            assertThat(taken).noneMatch(other -> overlap(other.time(), busy, Duration.ofMinutes(5)));
            taken.add(new TakenTime(busy, MONTREAL.area()));
        }
    }

    /** The rules, word by word, one visit at a time. */
    private static boolean allowed(Practice practice, Visit visit) {
        TimeRange busy = POLICY.busy(visit);
        return OpeningHours.covers(visit.start(), visit.length(), MONTREAL.zone())
                && OpeningHours.onGrid(visit.start(), MONTREAL.zone())
                && everyMinuteIsWorked(practice, visit)
                && practice.timeOff().stream().noneMatch(away -> overlap(away, busy, Duration.ZERO))
                && practice.taken().stream()
                        .noneMatch(taken -> overlap(
                                taken.time(),
                                busy,
                                taken.at() == null
                                        ? POLICY.travelFromUnknown()
                                        : POLICY.travel().between(taken.at(), MONTREAL.area())));
    }

    private static boolean everyMinuteIsWorked(Practice practice, Visit visit) {
        for (Instant minute = visit.start(); minute.isBefore(visit.end()); minute = minute.plusSeconds(60)) {
            LocalDateTime local = TimeZones.local(minute, TORONTO);
            int minuteOfDay = local.toLocalTime().toSecondOfDay() / 60;
            if (practice.hours().stream()
                    .noneMatch(hours -> hours.day() == local.getDayOfWeek()
                            && hours.fromMinute() <= minuteOfDay
                            && minuteOfDay < hours.toMinute())) {
                return false;
            }
        }
        return true;
    }

    private static boolean overlap(TimeRange a, TimeRange b, Duration margin) {
        return a.from().minus(margin).isBefore(b.to()) && b.from().isBefore(a.to().plus(margin));
    }

    private static Practice with(Practice practice, List<TakenTime> taken) {
        return new Practice(
                practice.therapistId(),
                true,
                practice.zone(),
                practice.area(),
                practice.credentials(),
                practice.hours(),
                practice.timeOff(),
                taken);
    }

    @Provide
    Arbitrary<Duration> lengths() {
        return Arbitraries.of(60, 75, 90).map(Duration::ofMinutes);
    }

    /** Ordinary days, and those around the changes of the clocks. */
    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.oneOf(
                Arbitraries.of("2027-03-13", "2027-03-14", "2027-11-06", "2027-11-07")
                        .map(LocalDate::parse),
                Arbitraries.integers().between(0, 300).map(LocalDate.of(2027, 2, 1)::plusDays));
    }

    @Provide
    Arbitrary<Practice> practices() {
        return Combinators.combine(
                        hours().list().ofMaxSize(12),
                        ranges().list().ofMaxSize(3),
                        taken().list().ofMaxSize(6))
                .as(AvailabilityTest::practice);
    }

    /** To the minute; the clocks change between 02:00 and 03:00, before anybody is visited. */
    private static Arbitrary<WeeklyHours> hours() {
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.integers().between(0, 1439),
                        Arbitraries.integers().between(1, 1440))
                .as((day, from, length) -> new WeeklyHours(day, from, Math.min(1440, from + length)));
    }

    private static Arbitrary<TimeRange> ranges() {
        return Combinators.combine(
                        Arbitraries.of("2027-03-13", "2027-03-14", "2027-11-06", "2027-11-07")
                                .map(LocalDate::parse),
                        Arbitraries.integers().between(0, 1439),
                        Arbitraries.integers().between(1, 600))
                .as((day, from, length) -> {
                    Instant start = TimeZones.instant(day.atStartOfDay().plusMinutes(from), TORONTO);
                    return new TimeRange(start, start.plusSeconds(60L * length));
                });
    }

    private static Arbitrary<TakenTime> taken() {
        return Combinators.combine(
                        ranges(),
                        Arbitraries.of("H2X", "H7N", "J4K")
                                .map(fsa -> place(fsa).area())
                                .injectNull(0.3))
                .as(TakenTime::new);
    }
}
