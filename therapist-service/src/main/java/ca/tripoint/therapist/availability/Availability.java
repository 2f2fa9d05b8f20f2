package ca.tripoint.therapist.availability;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.therapist.credential.CredentialRules;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * When a therapist could come to an address. Each reason is one bitmap over the starts in question; a search and the judgement
 * of a single visit ask the same bitmaps, so that they cannot differ.
 *
 * <p>A visit fits if the treatment lies within the therapist's hours, the therapist has a credential for the province on that
 * local date, set-up to pack-down does not meet time off, and from and to every other visit there is time to travel.
 */
public final class Availability {

    private final VisitPolicy policy;

    public Availability(VisitPolicy policy) {
        this.policy = policy;
    }

    /** The starts at which the therapist could come, as a bitmap over {@code starts}. */
    public BitSet open(Practice practice, Starts starts) {
        if (starts.isEmpty() || !practice.active() || !policy.reaches(practice.area(), starts.place())) {
            return new BitSet();
        }
        BitSet open = credentialed(practice, starts);
        open.and(working(practice, starts));
        open.and(present(practice, starts));
        open.and(untaken(practice, starts));
        return open;
    }

    /** What stands against this therapist's coming, if nothing does against the visit as such ({@link VisitPolicy#obstacle}). */
    public Optional<Obstacle> obstacle(Practice practice, Visit visit) {
        Starts only = Starts.only(visit);
        if (!practice.active()) {
            return Optional.of(Obstacle.NOT_ACTIVE);
        }
        if (credentialed(practice, only).isEmpty()) {
            return Optional.of(Obstacle.NO_CREDENTIAL);
        }
        if (!policy.reaches(practice.area(), visit.place())) {
            return Optional.of(Obstacle.OUTSIDE_AREA);
        }
        if (working(practice, only).isEmpty()) {
            return Optional.of(Obstacle.NOT_WORKING);
        }
        if (present(practice, only).isEmpty()) {
            return Optional.of(Obstacle.TIME_OFF);
        }
        return untaken(practice, only).isEmpty() ? Optional.of(Obstacle.TAKEN) : Optional.empty();
    }

    private static BitSet credentialed(Practice practice, Starts starts) {
        BitSet set = new BitSet(starts.count());
        practice.credentials().stream()
                .flatMap(credential ->
                        CredentialRules.validity(credential, starts.place().province()).stream())
                .forEach(dates -> starts.addWithin(
                        new TimeRange(
                                TimeZones.instant(
                                        dates.first().atStartOfDay(),
                                        starts.place().zone()),
                                TimeZones.instant(
                                        dates.last().plusDays(1).atStartOfDay(),
                                        starts.place().zone())),
                        set));
        return set;
    }

    private static BitSet working(Practice practice, Starts starts) {
        BitSet set = new BitSet(starts.count());
        TimeRange span = starts.span();
        LocalDate first = TimeZones.local(span.from(), practice.zone()).toLocalDate();
        LocalDate last = TimeZones.local(span.to(), practice.zone()).toLocalDate();
        List<TimeRange> hours = new ArrayList<>();
        for (LocalDate date = first.minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            for (WeeklyHours weekly : practice.hours()) {
                weekly.on(date, practice.zone()).ifPresent(hours::add);
            }
        }
        TimeRange.merged(hours).forEach(range -> starts.addWithin(range, set));
        return set;
    }

    private BitSet present(Practice practice, Starts starts) {
        BitSet set = all(starts);
        practice.timeOff().forEach(away -> remove(away, Duration.ZERO, starts, set));
        return set;
    }

    private BitSet untaken(Practice practice, Starts starts) {
        BitSet set = all(starts);
        for (TakenTime taken : practice.taken()) {
            Duration travel = taken.at() == null
                    ? policy.travelFromUnknown()
                    : policy.travel().between(taken.at(), starts.place().area());
            remove(taken.time(), travel, starts, set);
        }
        return set;
    }

    /** Removes the starts whose set-up, treatment and pack-down, with a margin on either side, would meet a range. */
    private void remove(TimeRange range, Duration margin, Starts starts, BitSet set) {
        starts.removeBetween(
                range.from().minus(margin).minus(policy.packDown()).minus(starts.length()),
                range.to().plus(margin).plus(policy.setUp()),
                set);
    }

    private static BitSet all(Starts starts) {
        BitSet all = new BitSet(starts.count());
        all.set(0, starts.count());
        return all;
    }
}
