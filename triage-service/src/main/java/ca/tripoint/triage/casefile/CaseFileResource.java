package ca.tripoint.triage.casefile;

import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.security.Caller;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reviews/{id}")
@Tag(name = "Reviews")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CaseFileResource {
    private final CaseFiles files;
    private final Languages languages;
    private final Caller caller;

    CaseFileResource(CaseFiles files, Languages languages, Caller caller) {
        this.files = files;
        this.languages = languages;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.CLINICIAN)
    @Operation(
            summary = "Open a review",
            description =
                    "What a therapist reported, note included, or what the screening raised. Who opened which is logged.")
    @APIResponse(
            responseCode = "200",
            description = "All there is to look at.",
            content = @Content(schema = @Schema(implementation = CaseFile.class)))
    @APIResponse(responseCode = "403", description = "`own-screening`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public CaseFile open(@PathParam("id") UUID id) {
        return files.open(id, caller.id(), languages.ofRequest());
    }
}
