package ca.tripoint.triage.finding;

import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/screenings/{id}/findings")
@Tag(name = "Therapists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FindingResource {
    private final Findings findings;
    private final Idempotency idempotency;
    private final Caller caller;

    FindingResource(Findings findings, Idempotency idempotency, Caller caller) {
        this.findings = findings;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.THERAPIST)
    @Operation(
            summary = "Record a session",
            description = "Per muscle and side; it weighs in the next plan. Three sessions without improvement in a row"
                    + " take the clearance back.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; `screenAgain` says that a new screening is due.",
            content = @Content(schema = @Schema(implementation = Findings.Recorded.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`, `idempotency-key-missing`")
    @APIResponse(responseCode = "404", description = "`not-found`: no such visit of this therapist")
    @APIResponse(responseCode = "409", description = "`visit-not-begun`, `findings-too-late`, `findings-recorded`")
    @APIResponse(responseCode = "422", description = "`validation-failed`, `idempotency-key-reused`")
    public Response record(
            @PathParam("id") UUID id,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewFindings request) {
        String operation = "POST /v1/screenings/" + id + "/findings";
        var outcome =
                findings.record(idempotency.attempt(caller.id(), operation, key, request), id, caller.id(), request);
        Response.ResponseBuilder answer = Response.status(201).entity(findings.recorded(outcome.resourceId(), id));
        return outcome.told(answer).build();
    }
}
