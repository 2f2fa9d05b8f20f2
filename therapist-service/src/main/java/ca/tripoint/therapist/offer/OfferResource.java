package ca.tripoint.therapist.offer;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Offers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OfferResource {

    private final Offers offers;
    private final CourseOffers courseOffers;
    private final Idempotency idempotency;
    private final Caller caller;

    OfferResource(Offers offers, CourseOffers courseOffers, Idempotency idempotency, Caller caller) {
        this.offers = offers;
        this.courseOffers = courseOffers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @Schema(name = "CourseOffer")
    record CourseOfferView(List<OfferView> offers) {}

    @POST
    @Path("/offers")
    @RolesAllowed(Roles.CLIENT)
    @Operation(summary = "Get a signed offer for one visit", description = """
                    Binds client, therapist, time, place, credential and price for 15 minutes; booking-service believes it. It reserves \
                    nothing. The address goes into the offer and is not kept. Repeated under its `Idempotency-Key` it is the same offer, \
                    which expires when it would have.""")
    @APIResponse(
            responseCode = "201",
            description = "The offer.",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: there is no such therapist")
    @APIResponse(responseCode = "409", description = "`therapist-unavailable`")
    @APIResponse(responseCode = "422", description = """
                    `unknown-postal-code`, `off-grid`, `outside-opening-hours`, `too-soon`, `beyond-horizon`, \
                    `no-credential-in-province`, `offer-expired`, `validation-failed`, `idempotency-key-reused`""")
    public Response offer(
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewOffer request) {
        var outcome =
                offers.make(idempotency.attempt(caller.id(), "POST /v1/offers", key, request), caller.id(), request);
        return created(
                outcome, offers.signed(outcome.resourceId(), request.address()).getFirst());
    }

    @POST
    @Path("/course-offers")
    @RolesAllowed(Roles.CLIENT)
    @Operation(summary = "Get signed offers for a course of visits", description = """
                    One therapist, one time of day by the clocks at the address, constant spacing; all or nothing. Without a therapist, \
                    the nearest who can come every time.""")
    @APIResponse(
            responseCode = "201",
            description = "One offer for each visit, in order.",
            content = @Content(schema = @Schema(implementation = CourseOfferView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: there is no such therapist")
    @APIResponse(responseCode = "409", description = """
                    `course-unavailable`, with `occurrences:[{start, available, code?, alternatives:[{start, therapists}]}]`, up to \
                    three alternatives each""")
    @APIResponse(responseCode = "422", description = """
                    `unknown-postal-code`, `off-grid`, `outside-opening-hours`, `too-soon`, `beyond-horizon`, \
                    `no-credential-in-province`, `offer-expired`, `validation-failed`, `idempotency-key-reused`""")
    public Response courseOffer(
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewCourseOffer request) {
        var outcome = courseOffers.make(
                idempotency.attempt(caller.id(), "POST /v1/course-offers", key, request), caller.id(), request);
        return created(outcome, new CourseOfferView(offers.signed(outcome.resourceId(), request.address())));
    }

    private static Response created(Idempotency.Outcome outcome, Object entity) {
        Response.ResponseBuilder answer =
                Response.status(Response.Status.CREATED).entity(entity);
        return outcome.told(answer).build();
    }
}
