package ca.tripoint.triage.fhir;

import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.triage.fhir.FhirBundle.Screened;
import ca.tripoint.triage.screening.Reader;
import ca.tripoint.triage.screening.ScreeningArchive;
import ca.tripoint.triage.screening.ScreeningFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/screenings/{id}/fhir")
@Tag(name = "Screenings")
@RunOnVirtualThread
class FhirResource {
    private static final String FHIR = "application/fhir+json";

    private final ScreeningArchive archive;
    private final Languages languages;
    private final Caller caller;
    private final Clock clock;

    FhirResource(ScreeningArchive archive, Languages languages, Caller caller, Clock clock) {
        this.archive = archive;
        this.languages = languages;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces({FHIR, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER, Roles.CLINICIAN})
    @Operation(
            summary = "The screening as FHIR R4",
            description = "A Bundle of QuestionnaireResponse, Observations (denied symptoms included), Flags and a"
                    + " RiskAssessment. What was written in one's own words is not in it.")
    @APIResponse(
            responseCode = "200",
            description = "A Bundle of type collection.",
            content = {
                @Content(mediaType = FHIR, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response export(@PathParam("id") UUID id) {
        ScreeningFile file = archive.read(id, Reader.of(caller));
        Screened screened = new Screened(
                id,
                file.screening().clientId(),
                file.screening().decided() ? file.content().lastDecidedAt(file.screening()) : clock.instant(),
                file.screening().decided(),
                file.content().confirmed(),
                file.content().earlier(),
                file.decision(),
                file.redFlags());
        return Response.ok(FhirBundle.of(file.ruleset(), languages.ofRequest(), screened))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
