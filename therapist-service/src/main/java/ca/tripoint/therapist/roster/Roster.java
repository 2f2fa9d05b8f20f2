package ca.tripoint.therapist.roster;

import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.travel.GreatCircle;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.therapist.availability.TakenTime;
import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.busy.BusyTimes;
import ca.tripoint.therapist.therapist.Therapist;
import ca.tripoint.therapist.therapist.TherapistRepository;
import ca.tripoint.therapist.timeoff.TimeOff;
import ca.tripoint.therapist.timeoff.TimeOffRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The therapists for an address, with what they have on. Read from the rows at every question, so that an answer is as new as the
 * rows are. Ask inside a transaction.
 */
@ApplicationScoped
public class Roster {

    /** Set-up, pack-down and the longest way to the next visit reach this far beyond the visits themselves, and not farther. */
    private static final Duration AROUND = Duration.ofDays(1);

    private final TherapistRepository therapists;
    private final TimeOffRepository timesOff;
    private final BusyTimes busyTimes;
    private final Clock clock;

    Roster(TherapistRepository therapists, TimeOffRepository timesOff, BusyTimes busyTimes, Clock clock) {
        this.therapists = therapists;
        this.timesOff = timesOff;
        this.busyTimes = busyTimes;
        this.clock = clock;
    }

    /** Active therapists who go to the place and whom the wish fits, nearest first. */
    public List<Therapist> reaching(Place place, Wish wish) {
        return therapists.reaching(place).stream()
                .filter(wish::fits)
                .sorted(Comparator.comparingDouble((Therapist therapist) ->
                                GreatCircle.kilometres(therapist.home().at(), place.at()))
                        .thenComparing(Therapist::id))
                .toList();
    }

    /** The same, with what they have on in a stretch of time. */
    public List<Candidate> candidates(Place place, Wish wish, TimeRange time) {
        return withTheirTime(reaching(place, wish), time);
    }

    /** One therapist, whether or not they come into question. */
    public Candidate candidate(UUID therapistId, TimeRange time) {
        Therapist therapist = therapists.findByIdOptional(therapistId).orElseThrow(Refusal::notFound);
        return withTheirTime(List.of(therapist), time).getFirst();
    }

    private List<Candidate> withTheirTime(List<Therapist> found, TimeRange time) {
        if (found.isEmpty()) {
            return List.of();
        }
        TimeRange around = new TimeRange(time.from().minus(AROUND), time.to().plus(AROUND));
        List<UUID> ids = found.stream().map(Therapist::id).toList();
        Map<UUID, List<TimeRange>> away = timesOff.during(ids, around).stream()
                .collect(Collectors.groupingBy(
                        TimeOff::therapistId, Collectors.mapping(TimeOff::time, Collectors.toList())));
        Map<UUID, List<TakenTime>> taken = busyTimes.during(ids, around, clock.instant());
        return found.stream()
                .map(therapist -> new Candidate(
                        therapist,
                        therapist.practice(
                                away.getOrDefault(therapist.id(), List.of()),
                                taken.getOrDefault(therapist.id(), List.of()))))
                .toList();
    }
}
