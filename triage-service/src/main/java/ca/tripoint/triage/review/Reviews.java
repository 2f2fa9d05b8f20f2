package ca.tripoint.triage.review;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The queue. The one due first is looked at first. */
@ApplicationScoped
public class Reviews implements PanacheRepositoryBase<Review, UUID> {
    private static final int PAGE = 100;

    private final ReviewConfig config;
    private final Transactions transactions;
    private final Clock clock;

    Reviews(ReviewConfig config, Transactions transactions, Clock clock) {
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public UUID open(Review.Kind kind, UUID screeningId, UUID clientId, Instant now) {
        Duration patience = switch (kind) {
            case RED_FLAG -> config.redFlag();
            case RETRACTION -> config.retraction();
            case REQUEST -> config.request();
        };
        Review review = new Review(UUID.randomUUID(), kind, screeningId, clientId, now, now.plus(patience));
        persist(review);
        return review.id;
    }

    List<Review> waiting() {
        return transactions.run(() ->
                find("acknowledgedAt is null order by dueAt, id").page(0, PAGE).list());
    }

    /** Acknowledging what is acknowledged changes nothing. */
    Review acknowledge(UUID id, UUID clinician) {
        return transactions.run(() -> {
            Review review = findByIdOptional(id).orElseThrow(Refusal::notFound);
            review.acknowledge(clinician, clock.instant());
            return review;
        });
    }

    Instant now() {
        return clock.instant();
    }
}
