package ca.tripoint.notification.visit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What warning signs took back, as far as it is known: of a warning and its visits, either may be heard of first. */
@ApplicationScoped
public class WithdrawnVisits implements PanacheRepositoryBase<WithdrawnVisit, UUID> {

    /** A client's, in order, that were not over at an instant. */
    @Transactional
    public List<WithdrawnVisit> of(UUID client, Instant when) {
        return list("clientId = ?1 and end > ?2 order by start, bookingId", client, when);
    }
}
