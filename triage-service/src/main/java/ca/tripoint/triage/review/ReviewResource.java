package ca.tripoint.triage.review;

import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/reviews")
@Tag(name = "Reviews", description = "What waits for a clinician.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.CLINICIAN)
class ReviewResource {
    private final Reviews reviews;
    private final Caller caller;

    ReviewResource(Reviews reviews, Caller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    @Schema(name = "Review")
    public record ReviewView(
            UUID id,
            Review.Kind kind,
            UUID screeningId,
            UUID clientId,
            Instant openedAt,
            long ageMinutes,
            Instant dueAt,
            boolean overdue,
            @Nullable Instant acknowledgedAt) {

        static ReviewView of(Review review, Instant now) {
            return new ReviewView(
                    review.id,
                    review.kind,
                    review.screeningId,
                    review.clientId,
                    review.openedAt,
                    Duration.between(review.openedAt, now).toMinutes(),
                    review.dueAt,
                    review.acknowledgedAt == null && now.isAfter(review.dueAt),
                    review.acknowledgedAt);
        }
    }

    @GET
    @Operation(summary = "What waits", description = "The hundred that are due first, with their age.")
    public Items<ReviewView> waiting() {
        Instant now = reviews.now();
        return new Items<>(
                reviews.waiting().stream()
                        .map(review -> ReviewView.of(review, now))
                        .toList(),
                null);
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Acknowledge", description = "Somebody has looked. Doing it again changes nothing.")
    @APIResponse(responseCode = "200", description = "The review.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public ReviewView acknowledge(@PathParam("id") UUID id) {
        return ReviewView.of(reviews.acknowledge(id, caller.id()), reviews.now());
    }
}
