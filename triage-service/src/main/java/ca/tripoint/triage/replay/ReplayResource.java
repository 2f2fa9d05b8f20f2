package ca.tripoint.triage.replay;

import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/screenings/{id}/replay")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReplayResource {
    private final Replays replays;

    ReplayResource(Replays replays) {
        this.replays = replays;
    }

    @GET
    @RolesAllowed(Roles.CLINICIAN)
    @Operation(
            summary = "Decide a stored screening once more",
            description = "On the same answers, circumstances and rule set: same, or where it differs.")
    @APIResponse(responseCode = "200", description = "The comparison.")
    @APIResponse(responseCode = "404", description = "`not-found`, also while the screening is open")
    public Replay replay(@PathParam("id") UUID id) {
        return replays.replay(id);
    }
}
