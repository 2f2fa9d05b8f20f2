package ca.tripoint.triage.review;

import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.kit.transaction.Writes;
import ca.tripoint.triage.problem.TriageProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue. The one due first is looked at first. */
@ApplicationScoped
public class Reviews implements PanacheRepositoryBase<Review, UUID> {
    /** Told again while it waits, it waits on under another id: whoever has read it before cannot acknowledge what came since. */
    private static final String INSERT = """
            INSERT INTO review (id, kind, screening_id, client_id, report_id, opened_at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (screening_id, kind) WHERE report_id IS NULL AND acknowledged_at IS NULL DO UPDATE SET id = excluded.id
            """;

    private static final String OPEN = "kind = ?1 and screeningId = ?2 and reportId is null and acknowledgedAt is null";

    private final Writes writes;
    private final ReviewConfig config;
    private final Transactions transactions;
    private final Clock clock;

    Reviews(Writes writes, ReviewConfig config, Transactions transactions, Clock clock) {
        this.writes = writes;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A screening waits once for each reason, from the first time it was told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(Review.Kind kind, UUID screeningId, UUID clientId, Instant now) {
        add(UUID.randomUUID(), kind, screeningId, clientId, null, now);
    }

    /** Every report waits for itself: it says something of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void openReport(UUID screeningId, UUID clientId, UUID reportId, Instant now) {
        add(UUID.randomUUID(), Review.Kind.RED_FLAG, screeningId, clientId, reportId, now);
    }

    /**
     * Under the person's lock.
     *
     * @param id of the review; while an earlier request is open it is refused with {@code review-open}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void openRequest(UUID id, UUID screeningId, UUID clientId, Instant now) {
        find(OPEN, Review.Kind.REQUEST, screeningId).firstResultOptional().ifPresent(earlier -> {
            throw Refusal.of(TriageProblem.REVIEW_OPEN).with("reviewId", earlier.id);
        });
        add(id, Review.Kind.REQUEST, screeningId, clientId, null, now);
    }

    private void add(UUID id, Review.Kind kind, UUID screeningId, UUID clientId, @Nullable UUID reportId, Instant now) {
        Duration patience = switch (kind) {
            case RED_FLAG -> config.redFlag();
            case RETRACTION -> config.retraction();
            case REQUEST -> config.request();
        };
        writes.add(
                INSERT,
                id,
                kind.name(),
                screeningId,
                clientId,
                reportId,
                now.atOffset(ZoneOffset.UTC),
                now.plus(patience).atOffset(ZoneOffset.UTC));
    }

    /** @param after where the page before ended, in the order of what is due */
    List<Review> waiting(Cursor after, int size) {
        return transactions.run(() -> find(
                        "acknowledgedAt is null and (dueAt > ?1 or dueAt = ?1 and id > ?2) order by dueAt, id",
                        after.at(),
                        after.id())
                .page(Page.ofSize(size))
                .list());
    }

    /** Of two who acknowledge at once one is first. */
    Review acknowledge(UUID id, UUID clinician) {
        return transactions.run(() -> {
            Review review = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refusal::notFound);
            review.acknowledge(clinician, clock.instant());
            return review;
        });
    }

    public Review read(UUID id, UUID clinician) {
        Review review = transactions.run(() -> findByIdOptional(id).orElseThrow(Refusal::notFound));
        review.requireOther(clinician);
        return review;
    }
}
