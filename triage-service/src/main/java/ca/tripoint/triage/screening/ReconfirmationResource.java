package ca.tripoint.triage.screening;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/screenings/{id}/reconfirmations")
@Tag(name = "Screenings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReconfirmationResource {
    private final Reconfirmations reconfirmations;
    private final Idempotency idempotency;
    private final Caller caller;

    ReconfirmationResource(Reconfirmations reconfirmations, Idempotency idempotency, Caller caller) {
        this.reconfirmations = reconfirmations;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param reopenedScreeningId the screening to answer now, if anything was answered with yes */
    public record Reconfirmed(
            UUID id, boolean confirmed, @Nullable UUID reopenedScreeningId) {}

    @POST
    @RolesAllowed(Roles.CLIENT)
    @Operation(
            summary = "Answer the three questions before a visit",
            description = "Within the 24 hours before it. A yes takes the clearance back and opens a new screening.")
    @APIResponse(responseCode = "201", description = "Confirmed, or reopened.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`screening-open`")
    @APIResponse(
            responseCode = "422",
            description = "`reconfirmation-too-early`, `validation-failed`, `idempotency-key-reused`")
    public Response give(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewReconfirmation request) {
        String operation = "POST /v1/screenings/" + id + "/reconfirmations";
        var outcome = reconfirmations.give(
                idempotency.attempt(caller.id(), operation, key, request), id, caller.id(), request);
        Reconfirmations.Given given = reconfirmations.given(outcome.resourceId(), caller.id());
        Response.ResponseBuilder answer = Response.status(201)
                .entity(new Reconfirmed(outcome.resourceId(), given.reopened() == null, given.reopened()));
        return outcome.replayed() ? answer.header("Idempotency-Replayed", true).build() : answer.build();
    }
}
