package ca.tripoint.therapist.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The offers made lately. */
@ApplicationScoped
class OfferRepository implements PanacheRepositoryBase<Offer, UUID> {

    List<Offer> ofRequest(UUID requestId) {
        return list("requestId = ?1 order by occurrence", requestId);
    }

    long forgetBefore(Instant limit) {
        return delete("issuedAt < ?1", limit);
    }
}
