package ca.tripoint.triage.shadow;

import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/rulesets/{version}/shadow-run")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ShadowResource {
    private final ShadowRuns runs;

    ShadowResource(ShadowRuns runs) {
        this.runs = runs;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.CLINICIAN)
    @Operation(
            summary = "Run a version over what was decided",
            description =
                    "Nothing is changed and no answer is shown: counts, and ids of what would be decided otherwise or"
                            + " cannot be read by this version any more.")
    @APIResponse(responseCode = "200", description = "How often, and where.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Shadow.Result run(@PathParam("version") String version) {
        return runs.run(version);
    }
}
