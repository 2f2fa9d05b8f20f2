package ca.tripoint.therapist.offer;

import ca.tripoint.canada.place.Place;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.signing.FactSigner;
import ca.tripoint.therapist.KnownPlaces;
import ca.tripoint.therapist.TherapistProblem;
import ca.tripoint.therapist.availability.Visit;
import ca.tripoint.therapist.availability.VisitPolicy;
import ca.tripoint.therapist.credential.CredentialRules;
import ca.tripoint.therapist.price.Price;
import ca.tripoint.therapist.price.PriceList;
import ca.tripoint.therapist.therapist.Therapist;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns an offer that was made into the token that booking-service believes. */
@ApplicationScoped
class OfferSigner {

    private static final String AUDIENCE = "booking-service";

    private final FactSigner signer;
    private final VisitPolicy policy;

    OfferSigner(FactSigner signer, VisitPolicy policy) {
        this.signer = signer;
        this.policy = policy;
    }

    OfferView sign(Offer offer, Address address, Therapist therapist) {
        Place place = KnownPlaces.at(address.postalCode(), Address.FIELD);
        Visit visit = new Visit(place, offer.startsAt(), offer.length());
        Price price = PriceList.price(place.province(), visit.localStart(), visit.length());
        OfferClaims claims =
                OfferClaims.of(visit, policy.busy(visit), address, therapist, credential(therapist, visit), price);
        String token = signer.sign(offer.id(), offer.clientId(), AUDIENCE, offer.issuedAt(), offer.expiresAt(), claims);
        return OfferView.of(offer, token, claims);
    }

    private static OfferClaims.CredentialClaim credential(Therapist therapist, Visit visit) {
        return CredentialRules.entitling(
                        therapist.credentials(),
                        visit.place().province(),
                        visit.localStart().toLocalDate())
                .map(credential ->
                        new OfferClaims.CredentialClaim(credential.province(), credential.kind(), credential.validTo()))
                .orElseThrow(() -> Refusal.of(TherapistProblem.NO_CREDENTIAL_IN_PROVINCE));
    }
}
