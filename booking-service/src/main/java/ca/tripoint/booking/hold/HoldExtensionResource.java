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

/** Keeping a held time a little longer. */
@Path("/v1/bookings/{id}/hold-extension")
@Tag(name = "Bookings")
@Produces(MediaType.APPLICATION_JSON)
public class HoldExtensionResource {

    private final Holds holds;
    private final Caller caller;

    HoldExtensionResource(Holds holds, Caller caller) {
        this.holds = holds;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({Roles.CLIENT, Roles.OPERATIONS})
    @Operation(summary = "Keep a held time longer, once; the time is counted from now")
    @APIResponse(
            responseCode = "200",
            description = "HELD until the new holdExpiresAt",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "hold-already-extended, clearance-revoked, illegal-transition: it is no hold")
    @APIResponse(responseCode = "410", description = "hold-expired")
    public Response extend(@PathParam("id") UUID id) {
        return holds.extend(id, Viewer.of(caller)).response();
    }
}
