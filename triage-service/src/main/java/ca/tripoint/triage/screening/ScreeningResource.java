package ca.tripoint.triage.screening;

import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.triage.clearance.Clearances;
import ca.tripoint.triage.screening.Screening.Status;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/screenings")
@Tag(name = "Screenings", description = "Step by step, or all at once: the same answers come to the same decision.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ScreeningResource {

    /** A screenful; each is opened with the person's own key. */
    private static final int PAGE = 20;

    private final Screenings screenings;
    private final ScreeningArchive archive;
    private final Clearances clearances;
    private final Idempotency idempotency;
    private final Languages languages;
    private final Caller caller;

    ScreeningResource(
            Screenings screenings,
            ScreeningArchive archive,
            Clearances clearances,
            Idempotency idempotency,
            Languages languages,
            Caller caller) {
        this.screenings = screenings;
        this.archive = archive;
        this.clearances = clearances;
        this.idempotency = idempotency;
        this.languages = languages;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER})
    @Operation(
            summary = "Start a screening",
            description =
                    "With no answers it asks the first question; with all of them and `submit` it decides at once."
                            + " An emergency decides itself.")
    @APIResponse(
            responseCode = "201",
            description = "The screening, with its decision or the next questions.",
            content = @Content(schema = @Schema(implementation = ScreeningView.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`, `idempotency-key-missing`")
    @APIResponse(responseCode = "404", description = "`not-found`: the screening that `basedOn` names")
    @APIResponse(responseCode = "409", description = "`ruleset-superseded`, `ruleset-recalled`")
    @APIResponse(
            responseCode = "422",
            description = "`consent-required`, `unknown-question`, `invalid-answer`, `validation-failed`,"
                    + " `idempotency-key-reused`")
    public Response start(
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewScreening request) {
        BrokenText.refuse(request.given());
        var started = screenings.start(
                idempotency.attempt(caller.id(), "POST /v1/screenings", key, request), reader(), request);
        ScreeningView view = started.file()
                .map(this::view)
                .orElseGet(() -> view(started.outcome().resourceId()));
        return answer(started.outcome().told(Response.created(URI.create("/v1/screenings/" + view.id()))), view);
    }

    @PATCH
    @Path("/{id}/answers")
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER})
    @Operation(
            summary = "Answer questions of an open screening",
            description =
                    "Merges `answers`, or the answers sent as the body itself; null clears one. Needs If-Match with the ETag"
                            + " last seen.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "merge",
                                            value = "{\"answers\": {\"neuro.numbness\": \"LEFT\", \"notes\": null}}")))
    @APIResponse(
            responseCode = "200",
            description = "The screening as it now stands.",
            content = @Content(schema = @Schema(implementation = ScreeningView.class)))
    @APIResponse(responseCode = "400", description = "`malformed-json`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`screening-decided`")
    @APIResponse(responseCode = "412", description = "`precondition-failed`")
    @APIResponse(responseCode = "422", description = "`unknown-question`, `invalid-answer`, `validation-failed`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response answer(
            @PathParam("id") UUID id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull Map<String, JsonNode> request) {
        Map<String, JsonNode> answers = answers(request);
        BrokenText.refuse(answers);
        return answer(Response.ok(), view(screenings.answer(id, reader(), ifMatch, answers)));
    }

    /** The answers, whether or not they are wrapped in a member of that name. */
    private static Map<String, JsonNode> answers(Map<String, JsonNode> request) {
        JsonNode wrapped = request.get("answers");
        if (wrapped == null) {
            return request;
        }
        if (!wrapped.isObject() || request.size() > 1) {
            throw Refusal.invalidField("answers", "wrong-type");
        }
        return wrapped.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @POST
    @Path("/{id}/submission")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER})
    @Operation(
            summary = "Ask for the decision",
            description = "Decides if it can be decided; otherwise the screening stays OPEN with outcome INCOMPLETE.")
    @APIResponse(
            responseCode = "200",
            description = "The screening.",
            content = @Content(schema = @Schema(implementation = ScreeningView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`screening-decided`, `ruleset-recalled`")
    public Response submit(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        String operation = "POST /v1/screenings/" + id + "/submission";
        var outcome = screenings.submit(
                Optional.ofNullable(key).map(given -> idempotency.attempt(caller.id(), operation, given, Map.of())),
                id,
                reader());
        return answer(outcome.told(Response.ok()), view(id));
    }

    public record ReviewRequested(UUID reviewId) {}

    @POST
    @Path("/{id}/review-requests")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER})
    @Operation(
            summary = "Ask that a person looks at it",
            description = "A decision taken by rules can be looked at by a clinician (Law 25).")
    @APIResponse(
            responseCode = "201",
            description = "It waits in the clinicians' queue.",
            content = @Content(schema = @Schema(implementation = ReviewRequested.class)))
    @APIResponse(responseCode = "400", description = "`idempotency-key-missing`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`review-open`: `reviewId` is the request that waits already")
    public Response askForReview(
            @PathParam("id") UUID id,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key) {
        String operation = "POST /v1/screenings/" + id + "/review-requests";
        var outcome = screenings.askForReview(idempotency.attempt(caller.id(), operation, key, Map.of()), id, reader());
        Response.ResponseBuilder answer = Response.status(201).entity(new ReviewRequested(outcome.resourceId()));
        return outcome.told(answer).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER, Roles.CLINICIAN})
    @Operation(summary = "Read a screening", description = "One's own; clinicians read any.")
    @APIResponse(
            responseCode = "200",
            description = "With an ETag for If-Match.",
            content = @Content(schema = @Schema(implementation = ScreeningView.class)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), view(id));
    }

    @GET
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER})
    @Operation(summary = "List one's own screenings", description = "The newest first.")
    @APIResponse(responseCode = "200", description = "A page.")
    @APIResponse(responseCode = "422", description = "`validation-failed`")
    public Items<ScreeningView> list(
            @QueryParam("status") @Nullable Status status, @QueryParam("cursor") @Nullable String cursor) {
        List<ScreeningFile> found =
                archive.list(reader(), status, cursor == null ? null : Cursor.read(cursor), PAGE + 1);
        return Items.page(found, PAGE, last -> next(status, last.screening())).map(this::view);
    }

    private static String next(@Nullable Status status, Screening last) {
        String page = new Cursor(last.createdAt, last.id).text();
        return "/v1/screenings?" + (status == null ? "" : "status=" + status + "&") + "cursor=" + page;
    }

    private Reader reader() {
        return Reader.of(caller);
    }

    private ScreeningView view(UUID id) {
        return view(archive.read(id, reader()));
    }

    private ScreeningView view(ScreeningFile file) {
        return ScreeningViews.view(file, clearances, languages.ofRequest());
    }

    private static Response answer(Response.ResponseBuilder answer, ScreeningView view) {
        return answer.tag(new Version(view.version()).etag()).entity(view).build();
    }
}
