package ca.tripoint.triage.briefing;

import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/screenings/{id}/briefing")
@Tag(name = "Therapists")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BriefingResource {
    private final Briefings briefings;
    private final Languages languages;
    private final Caller caller;

    BriefingResource(Briefings briefings, Languages languages, Caller caller) {
        this.briefings = briefings;
        this.languages = languages;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.THERAPIST)
    @Operation(
            summary = "Read the briefing for a visit",
            description =
                    "Only for the therapist assigned, from the confirmation until 7 days after the visit. Of several visits on one"
                            + " screening it is the next one, or the one under way; `bookingId` names another. What the person has told"
                            + " since then is in it.")
    @APIResponse(
            responseCode = "200",
            description = "What to do, what not to do, and all that was told.",
            content = @Content(schema = @Schema(implementation = Briefing.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: another therapist, too early or too late")
    @APIResponse(responseCode = "422", description = "`validation-failed`")
    public Briefing read(@PathParam("id") UUID id, @QueryParam("bookingId") @Nullable UUID bookingId) {
        return briefings.briefing(id, caller.id(), bookingId, languages.ofRequest());
    }
}
