package ca.tripoint.therapist.offer;

import ca.tripoint.canada.place.Place;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.therapist.KnownPlaces;
import ca.tripoint.therapist.TherapistProblem;
import ca.tripoint.therapist.availability.Availability;
import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.availability.Visit;
import ca.tripoint.therapist.availability.VisitConfig;
import ca.tripoint.therapist.availability.VisitPolicy;
import ca.tripoint.therapist.roster.Candidate;
import ca.tripoint.therapist.roster.Roster;
import ca.tripoint.therapist.therapist.Therapist;
import ca.tripoint.therapist.therapist.TherapistRepository;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Offers of one visit. The judgement and the offer's row are one transaction; nothing is reserved by it, booking-service decides
 * who comes first.
 */
@ApplicationScoped
class Offers {

    private final Roster roster;
    private final Availability availability;
    private final VisitPolicy policy;
    private final OfferRepository offers;
    private final TherapistRepository therapists;
    private final OfferSigner signer;
    private final OfferConfig config;
    private final VisitConfig visits;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Clock clock;

    Offers(
            Roster roster,
            Availability availability,
            VisitPolicy policy,
            OfferRepository offers,
            TherapistRepository therapists,
            OfferSigner signer,
            OfferConfig config,
            VisitConfig visits,
            Transactions transactions,
            Idempotency idempotency,
            Clock clock) {
        this.roster = roster;
        this.availability = availability;
        this.policy = policy;
        this.offers = offers;
        this.therapists = therapists;
        this.signer = signer;
        this.config = config;
        this.visits = visits;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Idempotency.Outcome make(Idempotency.Attempt attempt, UUID client, NewOffer request) {
        UUID requestId = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, requestId, () -> make(requestId, client, request)));
    }

    private void make(UUID requestId, UUID client, NewOffer request) {
        Place place = KnownPlaces.at(request.address().postalCode(), Address.FIELD);
        Visit visit = new Visit(place, request.start().toInstant(), length(request.duration()));
        Refusals.throwIf(policy.obstacle(visit, clock.instant()));
        Candidate candidate = roster.candidate(request.therapistId(), new TimeRange(visit.start(), visit.end()));
        Refusals.throwIf(availability.obstacle(candidate.practice(), visit));
        keep(requestId, client, candidate.id(), List.of(visit));
    }

    /** @throws Refusal if nobody offers visits of that length */
    Duration length(int minutes) {
        if (!visits.durations().contains(minutes)) {
            throw Refusal.invalidField("duration", "out-of-range");
        }
        return Duration.ofMinutes(minutes);
    }

    /** Keeps the offers of a request, in the order of the visits. */
    void keep(UUID requestId, UUID client, UUID therapist, List<Visit> made) {
        Instant now = clock.instant();
        for (int occurrence = 0; occurrence < made.size(); occurrence++) {
            offers.persist(
                    Offer.made(requestId, occurrence, client, therapist, made.get(occurrence), now, config.validity()));
        }
    }

    /**
     * The offers of a request, signed by what the roster says now: a credential that was lost since the first time is refused.
     *
     * @throws Refusal if they are forgotten: they expired long ago
     */
    List<OfferView> signed(UUID requestId, Address address) {
        return transactions.run(() -> {
            List<Offer> made = offers.ofRequest(requestId);
            if (made.isEmpty()) {
                throw Refusal.of(TherapistProblem.OFFER_EXPIRED);
            }
            return made.stream()
                    .map(offer -> signer.sign(offer, address, therapist(offer)))
                    .toList();
        });
    }

    private Therapist therapist(Offer offer) {
        return therapists.findByIdOptional(offer.therapistId()).orElseThrow(Refusal::notFound);
    }

    @Scheduled(every = "1h", delayed = "11m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOldOffers() {
        transactions.run(() -> offers.forgetBefore(clock.instant().minus(config.kept())));
    }
}
