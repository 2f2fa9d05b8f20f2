package ca.tripoint.therapist.therapist;

import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

@Path("/v1/therapists")
@Tag(name = "Therapists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TherapistResource {

    /** A screenful for operations. */
    private static final int PAGE = 50;

    private final Therapists therapists;
    private final Idempotency idempotency;
    private final Caller caller;

    TherapistResource(Therapists therapists, Idempotency idempotency, Caller caller) {
        this.therapists = therapists;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.OPERATIONS)
    @Operation(summary = "Add a verified therapist", description = "Operations have seen the credentials.")
    @APIResponse(
            responseCode = "201",
            description = "The therapist, offered in searches within a second.",
            content = @Content(schema = @Schema(implementation = TherapistView.class)))
    @APIResponse(responseCode = "409", description = "`therapist-exists`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`validation-failed`, `unknown-postal-code`, `credential-not-recognised`, `idempotency-key-reused`")
    public Response add(
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewTherapist request) {
        var outcome = therapists.add(idempotency.attempt(caller.id(), "POST /v1/therapists", key, request), request);
        TherapistView therapist = therapists.get(outcome.resourceId());
        Response.ResponseBuilder answer = Response.created(URI.create("/v1/therapists/" + therapist.id()))
                .tag(new Version(therapist.version()).etag())
                .entity(therapist);
        return outcome.told(answer).build();
    }

    @GET
    @RolesAllowed(Roles.OPERATIONS)
    @Operation(summary = "List the therapists, in the order of their ids")
    public Items<TherapistView> list(@QueryParam("cursor") @Nullable String cursor) {
        List<TherapistView> found = therapists.page(cursor == null ? null : id(cursor), PAGE);
        return Items.page(found, PAGE, last -> "/v1/therapists?cursor=" + last.id());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.OPERATIONS, Roles.THERAPIST})
    @Operation(summary = "Read a therapist", description = "Operations read any, a therapist themselves.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TherapistView.class)),
            description = "With an ETag for If-Match.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response get(@PathParam("id") UUID id) {
        if (!caller.is(Roles.OPERATIONS) && !caller.id().equals(id)) {
            throw Refusal.notFound();
        }
        return answer(therapists.get(id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATIONS)
    @Operation(
            summary = "Change a therapist",
            description = "Absent members stay; lists are replaced whole. Needs If-Match with the ETag last seen.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TherapistView.class)),
            description = "The therapist as it now stands.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "412", description = "`precondition-failed`")
    @APIResponse(
            responseCode = "422",
            description = "`validation-failed`, `unknown-postal-code`, `credential-not-recognised`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response change(
            @PathParam("id") UUID id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TherapistChange change) {
        return answer(therapists.change(id, ifMatch, change));
    }

    private static Response answer(TherapistView therapist) {
        return Response.ok(therapist)
                .tag(new Version(therapist.version()).etag())
                .build();
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.invalidField("cursor", "invalid");
        }
    }
}
