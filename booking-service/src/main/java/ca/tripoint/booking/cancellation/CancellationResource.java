package ca.tripoint.booking.cancellation;

import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.booking.booking.Viewer;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

/** Calling a visit off: by its client, its therapist or operations. */
@Path("/v1/bookings/{id}/cancellation")
@Tag(name = "Bookings")
@Produces(MediaType.APPLICATION_JSON)
public class CancellationResource {

    private final Cancellations cancellations;
    private final Caller caller;

    CancellationResource(Cancellations cancellations, Caller caller) {
        this.cancellations = cancellations;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({Roles.CLIENT, Roles.THERAPIST, Roles.OPERATIONS})
    @Operation(
            summary = "Call a visit off, or give up a hold",
            description = "Needs If-Match. Cancelling what is cancelled is answered with 200 even with an old version.")
    @APIResponse(
            responseCode = "200",
            description = "CANCELLED, with the fee and its reason",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "illegal-transition: it has ended or begun")
    @APIResponse(responseCode = "412", description = "precondition-failed")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response cancel(
            @PathParam("id") UUID id, @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch) {
        return cancellations.cancel(id, Viewer.of(caller), ifMatch).response();
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({Roles.CLIENT, Roles.THERAPIST, Roles.OPERATIONS})
    @Operation(
            summary = "What calling it off would cost the client now, and why",
            description = "Of a booking that was called off or revoked: what that did cost.")
    @APIResponse(
            responseCode = "200",
            description = "the terms",
            content = @Content(schema = @Schema(implementation = CancellationTerms.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "illegal-transition: it has begun, or was a hold that ran out")
    public CancellationTerms terms(@PathParam("id") UUID id) {
        return cancellations.terms(id, Viewer.of(caller));
    }
}
