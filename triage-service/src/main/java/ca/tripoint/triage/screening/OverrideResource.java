package ca.tripoint.triage.screening;

import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.triage.clearance.Clearances;
import ca.tripoint.triage.decision.PlainText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/screenings/{id}/overrides")
@Tag(name = "Screenings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OverrideResource {
    private final Overrides overrides;
    private final ScreeningArchive archive;
    private final Clearances clearances;
    private final Idempotency idempotency;
    private final Languages languages;
    private final Caller caller;

    OverrideResource(
            Overrides overrides,
            ScreeningArchive archive,
            Clearances clearances,
            Idempotency idempotency,
            Languages languages,
            Caller caller) {
        this.overrides = overrides;
        this.archive = archive;
        this.clearances = clearances;
        this.idempotency = idempotency;
        this.languages = languages;
        this.caller = caller;
    }

    /**
     * @param lifts codes of gates and adjustments
     * @param reason the medical advice it rests on
     */
    @Schema(name = "NewOverride", examples = """
            {"lifts": ["CANCER_HISTORY"], "reason": "Oncologist agrees in writing, 2026-11-20"}""")
    record NewOverride(
            @NotEmpty @Size(max = 20) Set<@NotBlank @Size(max = 60) String> lifts,

            @NotBlank @Size(max = 2000) @Pattern(regexp = PlainText.ALLOWED)
            String reason) {

        @Override
        public String toString() {
            return "NewOverride[redacted]";
        }
    }

    @POST
    @RolesAllowed(Roles.CLINICIAN)
    @Operation(
            summary = "Lift gates or adjustments, with a reason",
            description =
                    "An ASSESSMENT_FIRST may become bookable; a red flag never does, nor what a therapist saw on the table."
                            + " Only what applied to the decision can be lifted. The decision before stays readable and is replayed too.")
    @APIResponse(
            responseCode = "201",
            description = "The screening as it is decided now.",
            content = @Content(schema = @Schema(implementation = ScreeningView.class)))
    @APIResponse(responseCode = "403", description = "`forbidden`, `own-screening`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`never-overridden`, `screening-open`, `screening-outdated`, `ruleset-recalled`")
    @APIResponse(responseCode = "422", description = "`not-overridable`, `validation-failed`, `idempotency-key-reused`")
    public Response override(
            @PathParam("id") UUID id,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewOverride request) {
        String operation = "POST /v1/screenings/" + id + "/overrides";
        var outcome = overrides.override(
                idempotency.attempt(caller.id(), operation, key, request),
                id,
                caller.id(),
                request.lifts(),
                request.reason());
        ScreeningView view =
                ScreeningViews.view(archive.read(id, Reader.of(caller)), clearances, languages.ofRequest());
        Response.ResponseBuilder answer =
                Response.status(201).tag(new Version(view.version()).etag()).entity(view);
        return outcome.told(answer).build();
    }

    /** @param reason the medical advice it rests on */
    @Schema(name = "Override")
    public record OverrideView(
            UUID clinicianId,
            Instant at,
            List<String> lifts,
            String reason,
            @Nullable String outcomeBefore,
            String outcomeAfter) {

        static OverrideView of(Overrides.Overriding overriding) {
            return new OverrideView(
                    overriding.lifting().clinician(),
                    overriding.lifting().at(),
                    overriding.lifting().lifts().stream().sorted().toList(),
                    overriding.lifting().reason(),
                    overriding.before() == null ? null : overriding.before().name(),
                    overriding.after().name());
        }

        @Override
        public String toString() {
            return "OverrideView[redacted]";
        }
    }

    @GET
    @RolesAllowed(Roles.CLINICIAN)
    @Operation(
            summary = "Read the overrides",
            description = "Who lifted what, why, and what had been decided before; the oldest first.")
    @APIResponse(responseCode = "200", description = "All of them.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Items<OverrideView> list(@PathParam("id") UUID id) {
        return new Items<>(overrides.of(id).stream().map(OverrideView::of).toList(), null);
    }
}
