package ca.tripoint.therapist.timeoff;

import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Operations keep anybody's time off, a therapist their own. */
@Path("/v1/therapists/{therapistId}/time-off")
@Tag(name = "Time off")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TimeOffResource {

    /** More than anybody plans ahead. */
    private static final int PAGE = 50;

    private final TimesOff timesOff;
    private final Idempotency idempotency;
    private final Caller caller;

    TimeOffResource(TimesOff timesOff, Idempotency idempotency, Caller caller) {
        this.timesOff = timesOff;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.OPERATIONS, Roles.THERAPIST})
    @Operation(
            summary = "Take time off",
            description =
                    "Nothing is offered in it, set-up and pack-down included. Visits already booked in it are revoked.")
    @APIResponse(
            responseCode = "201",
            description = "The time off.",
            content = @Content(schema = @Schema(implementation = TimeOffView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`validation-failed`, `idempotency-key-reused`")
    public Response add(
            @PathParam("therapistId") UUID therapistId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewTimeOff request) {
        requireOwn(therapistId);
        String operation = "POST /v1/therapists/" + therapistId + "/time-off";
        var outcome = timesOff.add(idempotency.attempt(caller.id(), operation, key, request), therapistId, request);
        TimeOffView timeOff = timesOff.made(therapistId, outcome.resourceId(), request);
        Response.ResponseBuilder answer = Response.created(
                        URI.create("/v1/therapists/" + therapistId + "/time-off/" + timeOff.id()))
                .entity(timeOff);
        return outcome.told(answer).build();
    }

    @GET
    @RolesAllowed({Roles.OPERATIONS, Roles.THERAPIST})
    @Operation(summary = "List the time off that is not over yet, in the order in which it begins")
    @APIResponse(responseCode = "200", description = "A page.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`validation-failed`: a cursor that no page gave")
    public Items<TimeOffView> list(
            @PathParam("therapistId") UUID therapistId,
            @QueryParam("cursor") @Parameter(description = "From `next`.") @Nullable String cursor) {
        requireOwn(therapistId);
        List<TimeOffView> found = timesOff.upcoming(therapistId, cursor == null ? null : Cursor.read(cursor), PAGE);
        return Items.page(found, PAGE, last -> "/v1/therapists/" + therapistId + "/time-off?cursor=" + after(last));
    }

    private static String after(TimeOffView last) {
        return new Cursor(last.from().toInstant(), last.id()).text();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OPERATIONS, Roles.THERAPIST})
    @Operation(summary = "Read a time off")
    @APIResponse(
            responseCode = "200",
            description = "The time off.",
            content = @Content(schema = @Schema(implementation = TimeOffView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: there is none, or it was given back")
    public TimeOffView get(@PathParam("therapistId") UUID therapistId, @PathParam("id") UUID id) {
        requireOwn(therapistId);
        return timesOff.get(therapistId, id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.OPERATIONS, Roles.THERAPIST})
    @Operation(summary = "Give time off back", description = "The time is offered again.")
    @APIResponse(responseCode = "204", description = "Given back.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public void remove(@PathParam("therapistId") UUID therapistId, @PathParam("id") UUID id) {
        requireOwn(therapistId);
        timesOff.remove(therapistId, id);
    }

    private void requireOwn(UUID therapistId) {
        if (!caller.is(Roles.OPERATIONS) && !caller.id().equals(therapistId)) {
            throw Refusal.notFound();
        }
    }
}
