package ca.tripoint.triage.screening;

import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
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
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/screenings/{id}/reconfirmations")
@Tag(name = "Screenings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReconfirmationResource {
    private final Reconfirmations reconfirmations;
    private final ScreeningArchive archive;
    private final Idempotency idempotency;
    private final Languages languages;
    private final Caller caller;

    ReconfirmationResource(
            Reconfirmations reconfirmations,
            ScreeningArchive archive,
            Idempotency idempotency,
            Languages languages,
            Caller caller) {
        this.reconfirmations = reconfirmations;
        this.archive = archive;
        this.idempotency = idempotency;
        this.languages = languages;
        this.caller = caller;
    }

    /**
     * What was answered before a visit; true is a yes.
     *
     * @param confirmed three times no
     * @param reopenedScreeningId the screening to answer now, if anything was answered with yes
     */
    @Schema(name = "Reconfirmation")
    public record Reconfirmed(
            UUID id,
            @Nullable UUID bookingId,
            Instant givenAt,
            boolean changes,
            boolean health,
            boolean events,
            boolean confirmed,
            @Nullable UUID reopenedScreeningId) {

        static Reconfirmed of(Reconfirmations.Answered answered) {
            Reconfirmations.Given given = answered.given();
            return new Reconfirmed(
                    answered.id(),
                    answered.bookingId(),
                    answered.givenAt(),
                    given.changes(),
                    given.health(),
                    given.events(),
                    given.confirms(),
                    given.reopened());
        }

        @Override
        public String toString() {
            return "Reconfirmed[" + id + "]";
        }
    }

    /** @param id the member of the answer */
    @Schema(name = "ReconfirmationQuestion")
    public record Question(String id, String text) {}

    @GET
    @Path("/questions")
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER, Roles.CLINICIAN})
    @Operation(summary = "The three questions before a visit", description = "In the language of Accept-Language.")
    @APIResponse(responseCode = "200", description = "Three questions, each to be answered with true or false.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Items<Question> questions(@PathParam("id") UUID id) {
        Texts texts = archive.read(id, Reader.of(caller)).ruleset().texts(languages.ofRequest());
        return new Items<>(
                Stream.of("changes", "health", "events")
                        .map(question -> new Question(
                                question, texts.get("reconfirmation." + question.toUpperCase(Locale.ROOT))))
                        .toList(),
                null);
    }

    @GET
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN})
    @Operation(summary = "Read what was answered before visits", description = "One's own; clinicians read any.")
    @APIResponse(responseCode = "200", description = "The oldest first.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Items<Reconfirmed> list(@PathParam("id") UUID id) {
        archive.read(id, Reader.of(caller));
        return new Items<>(reconfirmations.of(id).stream().map(Reconfirmed::of).toList(), null);
    }

    @POST
    @RolesAllowed(Roles.CLIENT)
    @Operation(
            summary = "Answer the three questions before a visit",
            description =
                    "Within the 24 hours before it, for the visit named. A yes takes the clearance back and opens a new"
                            + " screening.")
    @APIResponse(
            responseCode = "201",
            description = "Confirmed, or reopened.",
            content = @Content(schema = @Schema(implementation = Reconfirmed.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such screening or visit of this person")
    @APIResponse(responseCode = "409", description = "`screening-open`, `screening-outdated`, `rescreen-due`")
    @APIResponse(
            responseCode = "422",
            description = "`reconfirmation-too-early`, `reconfirmation-too-late`, `validation-failed`,"
                    + " `idempotency-key-reused`")
    public Response give(
            @PathParam("id") UUID id,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewReconfirmation request) {
        String operation = "POST /v1/screenings/" + id + "/reconfirmations";
        var outcome = reconfirmations.give(
                idempotency.attempt(caller.id(), operation, key, request), id, caller.id(), request);
        Response.ResponseBuilder answer =
                Response.status(201).entity(Reconfirmed.of(reconfirmations.read(outcome.resourceId())));
        return outcome.told(answer).build();
    }
}
