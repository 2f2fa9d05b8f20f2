package ca.tripoint.triage.review;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A review in the queue: ids and times, nothing about health.
 *
 * @param slaMinutes how soon somebody is to look, counted from {@code openedAt}
 */
@Schema(name = "Review")
public record ReviewView(
        UUID id,
        Review.Kind kind,
        UUID screeningId,
        UUID clientId,
        @Nullable UUID reportId,
        Instant openedAt,
        long ageMinutes,
        long slaMinutes,
        Instant dueAt,
        boolean overdue,
        @Nullable Instant acknowledgedAt,
        @Nullable UUID acknowledgedBy) {

    public static ReviewView of(Review review, Instant now) {
        return new ReviewView(
                review.id,
                review.kind,
                review.screeningId,
                review.clientId,
                review.reportId,
                review.openedAt,
                Duration.between(review.openedAt, now).toMinutes(),
                Duration.between(review.openedAt, review.dueAt).toMinutes(),
                review.dueAt,
                review.acknowledgedAt == null && now.isAfter(review.dueAt),
                review.acknowledgedAt,
                review.acknowledgedBy);
    }
}
