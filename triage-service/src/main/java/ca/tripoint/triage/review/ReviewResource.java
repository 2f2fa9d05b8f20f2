package ca.tripoint.triage.review;

import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.triage.review.Reviews.Cursor;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    private final Reviews reviews;
    private final Caller caller;

    ReviewResource(Reviews reviews, Caller caller) {
        this.reviews = reviews;
        this.caller = caller;
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
        Instant now = reviews.now();
        List<Review> found = reviews.waiting(cursor == null ? Cursor.START : Cursor.parse(cursor), PAGE + 1);
        List<Review> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return new Items<>(
                page.stream().map(review -> ReviewView.of(review, now)).toList(),
                found.size() > PAGE ? next(page.getLast()) : null);
    }

    private static String next(Review last) {
        return "/v1/reviews?cursor=" + URLEncoder.encode(Cursor.after(last).toString(), StandardCharsets.UTF_8);
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Acknowledge",
            description = "Somebody has looked. The first who says so answers for it; doing it again changes nothing.")
    @APIResponse(responseCode = "200", description = "The review.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`review-acknowledged`: somebody else was faster")
    public ReviewView acknowledge(@PathParam("id") UUID id) {
        return ReviewView.of(reviews.acknowledge(id, caller.id()), reviews.now());
    }
}
