package ca.tripoint.therapist.offer;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.place.Place;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.therapist.KnownPlaces;
import ca.tripoint.therapist.TherapistProblem;
import ca.tripoint.therapist.availability.Availability;
import ca.tripoint.therapist.availability.Obstacle;
import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.availability.Visit;
import ca.tripoint.therapist.availability.VisitPolicy;
import ca.tripoint.therapist.offer.Occurrence.Alternative;
import ca.tripoint.therapist.roster.Candidate;
import ca.tripoint.therapist.roster.Roster;
import ca.tripoint.therapist.roster.Wish;
import ca.tripoint.therapist.slot.SlotSearch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Offers of a course: the same therapist, the same time of day by the clocks at the address, constant spacing. All or nothing;
 * where it cannot be, each visit that fails comes with the nearest times that would do.
 */
@ApplicationScoped
class CourseOffers {

    private static final int ALTERNATIVES = 3;

    /** A visit may move this far before its neighbours in a weekly course are nearer than half their spacing. */
    private static final int DAYS_AROUND = 3;

    private final Roster roster;
    private final Availability availability;
    private final VisitPolicy policy;
    private final SlotSearch search;
    private final Offers offers;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clock clock;

    CourseOffers(
            Roster roster,
            Availability availability,
            VisitPolicy policy,
            SlotSearch search,
            Offers offers,
            Transactions transactions,
            Idempotency idempotency,
            Clock clock) {
        this.roster = roster;
        this.availability = availability;
        this.policy = policy;
        this.search = search;
        this.offers = offers;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Idempotency.Outcome make(Idempotency.Attempt attempt, UUID client, NewCourseOffer request) {
        UUID requestId = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, requestId, () -> make(requestId, client, request)));
    }

    private void make(UUID requestId, UUID client, NewCourseOffer request) {
        Instant now = clock.instant();
        List<Visit> visits = visits(request, now);
        visits.forEach(visit -> Refusals.throwIf(policy.obstacle(visit, now)));
        List<Trial> trials = candidates(request, visits).stream()
                .map(candidate -> trial(candidate, request.wish(), visits))
                .toList();
        Optional<Trial> best = trials.stream()
                .min(Comparator.comparingInt(trial -> trial.obstacles().size()));
        if (best.isEmpty() || !best.get().obstacles().isEmpty()) {
            throw Refusal.of(TherapistProblem.COURSE_UNAVAILABLE)
                    .with("occurrences", verdict(visits, best, request.wish()));
        }
        offers.keep(requestId, client, best.get().candidate().id(), visits);
    }

    /** The visits, reckoned only from a first one that could be. */
    private List<Visit> visits(NewCourseOffer request, Instant now) {
        Place place = KnownPlaces.at(request.address().postalCode(), Address.FIELD);
        Duration length = offers.length(request.duration());
        Visit first = new Visit(place, request.firstStart().toInstant(), length);
        Refusals.throwIf(policy.obstacle(first, now));
        return IntStream.range(0, request.sessions())
                .mapToObj(index -> TimeZones.instant(
                        first.localStart().plusDays((long) index * request.spacingDays()), place.zone()))
                .map(start -> new Visit(place, start, length))
                .toList();
    }

    /** Nearest first; the therapist asked for, whatever stands against them. */
    private List<Candidate> candidates(NewCourseOffer request, List<Visit> visits) {
        TimeRange time =
                new TimeRange(visits.getFirst().start(), visits.getLast().end());
        return request.therapistId() == null
                ? roster.candidates(visits.getFirst().place(), request.wish(), time)
                : List.of(roster.candidate(request.therapistId(), time));
    }

    /** What stands against a course with one therapist. */
    private record Trial(Candidate candidate, boolean suited, Map<Visit, Obstacle> obstacles) {}

    private Trial trial(Candidate candidate, Wish wish, List<Visit> visits) {
        boolean suited = wish.fits(candidate.member());
        Map<Visit, Obstacle> obstacles = new HashMap<>();
        for (Visit visit : visits) {
            Optional<Obstacle> obstacle =
                    suited ? availability.obstacle(candidate.practice(), visit) : Optional.of(Obstacle.UNSUITED);
            obstacle.ifPresent(found -> obstacles.put(visit, found));
        }
        return new Trial(candidate, suited, obstacles);
    }

    /** The alternatives are the same therapist's; if that one would never do, others'. */
    private List<Occurrence> verdict(List<Visit> visits, Optional<Trial> best, Wish wish) {
        Wish whom = best.filter(Trial::suited)
                .map(trial -> Wish.nobodyBut(trial.candidate().id()))
                .orElse(wish.ofAnybody());
        return visits.stream()
                .map(visit -> best.isPresent() && !best.get().obstacles().containsKey(visit)
                        ? Occurrence.available(visit)
                        : Occurrence.unavailable(
                                visit,
                                best.map(trial -> trial.obstacles().get(visit)).orElse(Obstacle.OUTSIDE_AREA),
                                alternatives(visit, whom)))
                .toList();
    }

    private List<Alternative> alternatives(Visit visit, Wish whom) {
        LocalDate date = visit.localStart().toLocalDate();
        return search
                .all(visit.place(), date.minusDays(DAYS_AROUND), date.plusDays(DAYS_AROUND), visit.length(), whom)
                .stream()
                .sorted(Comparator.comparing(
                        slot -> Duration.between(visit.start(), slot.start()).abs()))
                .limit(ALTERNATIVES)
                .map(slot -> new Alternative(
                        TimeZones.offset(slot.start(), visit.place().zone()), slot.therapists()))
                .toList();
    }
}
