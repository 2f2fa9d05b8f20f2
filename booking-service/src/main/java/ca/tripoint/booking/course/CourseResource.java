package ca.tripoint.booking.course;

import ca.tripoint.booking.booking.Bookings;
import ca.tripoint.booking.booking.Order;
import ca.tripoint.booking.booking.Viewer;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Courses: several visits under one clearance, booked together. */
@Path("/v1/courses")
@Tag(name = "Courses")
@Produces(MediaType.APPLICATION_JSON)
public class CourseResource {

    private final Bookings bookings;
    private final Courses courses;
    private final Idempotency idempotency;
    private final Caller caller;

    CourseResource(Bookings bookings, Courses courses, Idempotency idempotency, Caller caller) {
        this.bookings = bookings;
        this.courses = courses;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed(Roles.CLIENT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Book a course", description = "All of its visits, or none. Needs an Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "all visits CONFIRMED",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(responseCode = "409", description = "as for one booking; nothing is booked")
    @APIResponse(responseCode = "422", description = "course-too-long, and as for one booking; nothing is booked")
    public Response book(
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewCourse request) {
        Idempotency.Outcome outcome = bookings.bookCourse(
                idempotency.attempt(caller.id(), "POST /v1/courses", key, request),
                new Order(caller.id(), request.offers(), request.clearance(), false));
        CourseView course = courses.one(outcome.resourceId(), Viewer.of(caller));
        Response.ResponseBuilder created = Response.created(URI.create("/v1/courses/" + outcome.resourceId()));
        return course.tagged(outcome.told(created));
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @RolesAllowed({Roles.CLIENT, Roles.OPERATIONS})
    @Operation(summary = "A course and its visits")
    @APIResponse(
            responseCode = "200",
            description = "the course",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response one(@PathParam("id") UUID id) {
        return courses.one(id, Viewer.of(caller)).tagged(Response.ok());
    }

    @POST
    @Path("/{id}/cancellation")
    @RunOnVirtualThread
    @RolesAllowed({Roles.CLIENT, Roles.OPERATIONS})
    @Operation(
            summary = "Call off the visits of a course that are still to come, each on its own terms",
            description = "Needs If-Match, unless none is to come.")
    @APIResponse(
            responseCode = "200",
            description = "the course; each visit tells its fee",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "412", description = "precondition-failed")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response cancel(
            @PathParam("id") UUID id, @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch) {
        return courses.cancel(id, Viewer.of(caller), ifMatch).tagged(Response.ok());
    }
}
