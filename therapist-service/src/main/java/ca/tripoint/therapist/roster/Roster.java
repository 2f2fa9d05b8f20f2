package ca.tripoint.therapist.roster;

import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.travel.GreatCircle;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.therapist.availability.TakenTime;
import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.availability.VisitPolicy;
import ca.tripoint.therapist.busy.BusyTimes;
import ca.tripoint.therapist.therapist.Therapist;
import ca.tripoint.therapist.therapist.TherapistRepository;
import ca.tripoint.therapist.therapist.TherapistRepository.Edition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The therapists for an address, with what they have on. Who changed and which time is taken is read at every question, so that an
 * answer is as new as the rows are. Ask inside a transaction.
 */
@ApplicationScoped
public class Roster {

    /** Set-up, pack-down and the longest way to the next visit reach this far beyond the visits themselves, and not farther. */
    private static final Duration AROUND = Duration.ofDays(1);

    private final TherapistRepository therapists;
    private final Members members;
    private final BusyTimes busyTimes;
    private final VisitPolicy policy;
    private final Clock clock;

    Roster(TherapistRepository therapists, Members members, BusyTimes busyTimes, VisitPolicy policy, Clock clock) {
        this.therapists = therapists;
        this.members = members;
        this.busyTimes = busyTimes;
        this.policy = policy;
        this.clock = clock;
    }

    /** Active therapists who go to the place and whom the wish fits, nearest first. */
    public List<Member> reaching(Place place, Wish wish) {
        return members.of(therapists.around(place, wish.therapistId(), wish.gender(), wish.skills())).stream()
                .filter(wish::fits)
                .filter(member -> policy.reaches(member.practice().area(), place))
                .sorted(Comparator.comparingDouble((Member member) ->
                                GreatCircle.kilometres(member.home().at(), place.at()))
                        .thenComparing(Member::id))
                .toList();
    }

    /** The same, with what they have on in a stretch of time. */
    public List<Candidate> candidates(Place place, Wish wish, TimeRange time) {
        return withTheirVisits(reaching(place, wish), time);
    }

    /** One therapist, whether or not they come into question. */
    public Candidate candidate(UUID therapistId, TimeRange time) {
        Therapist therapist = therapists.findByIdOptional(therapistId).orElseThrow(Refusal::notFound);
        List<Member> only = members.of(List.of(new Edition(therapist.id(), therapist.version())));
        return withTheirVisits(only, time).getFirst();
    }

    private List<Candidate> withTheirVisits(List<Member> found, TimeRange time) {
        if (found.isEmpty()) {
            return List.of();
        }
        TimeRange around = new TimeRange(time.from().minus(AROUND), time.to().plus(AROUND));
        List<UUID> ids = found.stream().map(Member::id).toList();
        Map<UUID, List<TakenTime>> taken = busyTimes.during(ids, around, clock.instant());
        return found.stream()
                .map(member ->
                        new Candidate(member, member.practice().with(taken.getOrDefault(member.id(), List.of()))))
                .toList();
    }
}
