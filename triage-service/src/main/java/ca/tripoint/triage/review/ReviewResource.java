package ca.tripoint.triage.review;

import ca.tripoint.kit.http.Cursor;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/reviews")
@Tag(name = "Reviews", description = "What waits for a clinician.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.CLINICIAN)
class ReviewResource {
    private static final int PAGE = 100;
    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final Reviews reviews;
    private final Caller caller;
    private final Clock clock;

    ReviewResource(Reviews reviews, Caller caller, Clock clock) {
        this.reviews = reviews;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "What waits",
            description =
                    "The one due first comes first, each with its age, the time it is given (`slaMinutes`) and whether"
                            + " that has run out. A hundred on a page.")
    @APIResponse(responseCode = "200", description = "A page.")
    @APIResponse(responseCode = "422", description = "`validation-failed`")
    public Items<ReviewView> waiting(@QueryParam("cursor") @Nullable String cursor) {
        List<Review> found = reviews.waiting(cursor == null ? START : Cursor.read(cursor), PAGE + 1);
        return Items.page(found, PAGE, last -> "/v1/reviews?cursor=" + new Cursor(last.dueAt, last.id).text())
                .map(this::view);
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Acknowledge",
            description = "Somebody has looked. The first who says so answers for it; doing it again changes nothing.")
    @APIResponse(responseCode = "200", description = "The review.")
    @APIResponse(responseCode = "403", description = "`own-screening`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`review-acknowledged`: somebody else was faster")
    public ReviewView acknowledge(@PathParam("id") UUID id) {
        return view(reviews.acknowledge(id, caller.id()));
    }

    private ReviewView view(Review review) {
        return ReviewView.of(review, clock.instant());
    }
}
