package ca.tripoint.booking.reschedule;

import ca.tripoint.booking.booking.BookingView;
import ca.tripoint.booking.booking.Viewer;
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

/** Moving a visit, by its client or by operations for them. */
@Path("/v1/bookings/{id}/reschedule")
@Tag(name = "Bookings")
@Produces(MediaType.APPLICATION_JSON)
public class RescheduleResource {

    private final Reschedules reschedules;
    private final Caller caller;

    RescheduleResource(Reschedules reschedules, Caller caller) {
        this.reschedules = reschedules;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({Roles.CLIENT, Roles.OPERATIONS})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Move a booked visit to another offer",
            description =
                    "Needs If-Match. Free, and possible while cancelling would be free; the time of grace begins anew."
                            + " The visit rests on the clearance that it was booked with, or on a newer one that is sent.")
    @APIResponse(
            responseCode = "200",
            description = "the booking at its new time",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "403", description = "offer-foreign, clearance-foreign")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "slot-taken, offer-used, travel-conflict, client-busy, too-close-to-another-visit, "
                    + "therapist-unavailable, clearance-revoked, clearance-expired, too-late-to-reschedule, "
                    + "illegal-transition")
    @APIResponse(responseCode = "412", description = "precondition-failed")
    @APIResponse(
            responseCode = "422",
            description =
                    "offer-invalid, offer-expired, offer-unsuitable, clearance-invalid, no-credential-in-province, "
                            + "off-grid, …")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response move(
            @PathParam("id") UUID id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewTime request) {
        return reschedules.move(id, Viewer.of(caller), ifMatch, request).response();
    }
}
