package ca.tripoint.booking.offer;

import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.signing.Fact;
import ca.tripoint.kit.signing.FactRejected;
import ca.tripoint.kit.signing.FactVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Reads offers, believes only therapist-service, and lets none pass that breaks the rules of a visit. */
@ApplicationScoped
public class Offers {

    private static final String ISSUER = "therapist-service";

    private final FactVerifier facts;
    private final VisitRules rules;

    Offers(FactVerifier facts, VisitConfig config) {
        this.facts = facts;
        this.rules = new VisitRules(config.notice(), config.horizon());
    }

    /** The offers in the order of their visits. */
    public List<Offer> verify(List<String> tokens, UUID client) {
        return tokens.stream()
                .map(token -> verify(token, client))
                .sorted(Comparator.comparing(offer -> offer.visit().startAt()))
                .toList();
    }

    public Offer verify(String token, UUID client) {
        Offer offer = believed(token, client);
        rules.objection(offer).ifPresent(problem -> {
            throw Refusal.of(problem);
        });
        return offer;
    }

    private Offer believed(String token, UUID client) {
        try {
            Fact<OfferClaims> fact = facts.verify(ISSUER, token, client, OfferClaims.class);
            return fact.claims().toOffer(fact);
        } catch (FactRejected rejected) {
            throw Refusal.of(
                    switch (rejected.reason()) {
                        case INVALID -> BookingProblem.OFFER_INVALID;
                        case EXPIRED -> BookingProblem.OFFER_EXPIRED;
                        case FOREIGN -> BookingProblem.OFFER_FOREIGN;
                    });
        } catch (IllegalArgumentException contradiction) {
            throw Refusal.of(BookingProblem.OFFER_INVALID);
        }
    }
}
