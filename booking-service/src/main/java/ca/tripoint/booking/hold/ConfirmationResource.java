package ca.tripoint.booking.hold;

import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.booking.booking.Viewer;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Booking a held time. */
@Path("/v1/bookings/{id}/confirmation")
@Tag(name = "Bookings")
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationResource {

    private final Holds holds;
    private final Caller caller;

    ConfirmationResource(Holds holds, Caller caller) {
        this.holds = holds;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({Roles.CLIENT, Roles.OPERATIONS})
    @Operation(summary = "Book a held visit", description = "Confirming what is confirmed is answered with 200.")
    @APIResponse(
            responseCode = "200",
            description = "CONFIRMED",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "clearance-revoked; illegal-transition: it was given up or revoked")
    @APIResponse(responseCode = "410", description = "hold-expired")
    public Response confirm(@PathParam("id") UUID id) {
        return holds.confirm(id, Viewer.of(caller)).response();
    }
}
