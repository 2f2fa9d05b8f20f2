package ca.tripoint.booking.booking;

import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bookings: made by clients, seen by their people. */
@Path("/v1/bookings")
@Tag(name = "Bookings")
@Produces(MediaType.APPLICATION_JSON)
public class BookingResource {

    private final Bookings bookings;
    private final BookingViews views;
    private final Idempotency idempotency;
    private final Caller caller;

    BookingResource(Bookings bookings, BookingViews views, Idempotency idempotency, Caller caller) {
        this.bookings = bookings;
        this.views = views;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed(Roles.CLIENT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Book a visit, or hold its time",
            description =
                    "Needs an Idempotency-Key, except for a dry run. Offer and clearance must be the caller's own.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewBooking.class),
                            examples = {
                                @ExampleObject(name = "book", value = Examples.BOOK),
                                @ExampleObject(name = "hold", value = Examples.HOLD)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "CONFIRMED, or HELD until holdExpiresAt",
            content =
                    @Content(
                            schema = @Schema(implementation = BookingView.class),
                            examples = @ExampleObject(name = "confirmed", value = Examples.CONFIRMED)))
    @APIResponse(
            responseCode = "200",
            description = "a dry run: what would happen",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "403", description = "offer-foreign, clearance-foreign")
    @APIResponse(
            responseCode = "409",
            description =
                    "slot-taken, offer-used, travel-conflict, client-busy, too-close-to-another-visit, hold-limit, "
                            + "clearance-expired, clearance-revoked, therapist-unavailable",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "slot-taken", value = Examples.SLOT_TAKEN)))
    @APIResponse(
            responseCode = "422",
            description = "clearance-missing, clearance-invalid, offer-invalid, offer-expired, offer-unsuitable, "
                    + "no-credential-in-province, outside-opening-hours, off-grid, too-soon, beyond-horizon, "
                    + "idempotency-key-reused, validation-failed")
    public Response book(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewBooking request) {
        Order order = new Order(
                caller.id(), List.of(request.offer()), request.clearance(), Boolean.TRUE.equals(request.hold()));
        if (Boolean.TRUE.equals(request.dryRun())) {
            return BookingView.rehearsed(bookings.rehearse(order)).response();
        }
        Idempotency.Outcome outcome =
                bookings.book(idempotency.attempt(caller.id(), "POST /v1/bookings", key, request), order);
        BookingView booking = views.made(outcome.resourceId());
        Response.ResponseBuilder created = Response.created(URI.create("/v1/bookings/" + outcome.resourceId()));
        return booking.tagged(outcome.told(created));
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({Roles.CLIENT, Roles.THERAPIST, Roles.OPERATIONS})
    @Operation(summary = "The caller's bookings, the latest visit first")
    @APIResponse(responseCode = "200", description = "a page; next is null on the last")
    public Items<BookingView> mine(
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return views.page(Viewer.of(caller), status, limit, cursor);
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @RolesAllowed({Roles.CLIENT, Roles.THERAPIST, Roles.OPERATIONS})
    @Operation(summary = "One booking, with its address and its ETag")
    @APIResponse(
            responseCode = "200",
            description = "the booking",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "404", description = "not-found: it is not there, or none of the caller's business")
    public Response one(@PathParam("id") UUID id) {
        return views.one(id, Viewer.of(caller)).response();
    }
}
