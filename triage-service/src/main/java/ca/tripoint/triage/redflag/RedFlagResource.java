package ca.tripoint.triage.redflag;

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

@Path("/v1/red-flags")
@Tag(name = "Red flags", description = "Seen on the table.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RedFlagResource {
    private final RedFlagReports reports;
    private final Idempotency idempotency;
    private final Caller caller;

    RedFlagResource(RedFlagReports reports, Idempotency idempotency, Caller caller) {
        this.reports = reports;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    public record Reported(UUID id) {}

    @POST
    @RolesAllowed(Roles.THERAPIST)
    @Operation(
            summary = "Report a warning sign seen on the table",
            description =
                    "The person's clearances and future visits are revoked at once. Only by a therapist who visits or has"
                            + " just visited them. It waits for a clinician, who reads code and note.")
    @APIResponse(
            responseCode = "201",
            description = "Everyone concerned is told.",
            content = @Content(schema = @Schema(implementation = Reported.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`, `idempotency-key-missing`")
    @APIResponse(
            responseCode = "404",
            description =
                    "`not-found`: no visit of this therapist with that person, from its confirmation until 7 days after it")
    @APIResponse(
            responseCode = "422",
            description = "`unknown-red-flag`, `validation-failed`, `idempotency-key-reused`")
    public Response report(
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewReport report) {
        var outcome = reports.report(
                idempotency.attempt(caller.id(), "POST /v1/red-flags", key, report), caller.id(), report);
        Response.ResponseBuilder answer = Response.status(201).entity(new Reported(outcome.resourceId()));
        return outcome.told(answer).build();
    }
}
