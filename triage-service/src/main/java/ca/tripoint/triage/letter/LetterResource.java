package ca.tripoint.triage.letter;

import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.triage.screening.ScreeningArchive;
import ca.tripoint.triage.screening.ScreeningFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/screenings/{id}/letter")
@Tag(name = "Screenings")
@RunOnVirtualThread
class LetterResource {
    private static final String PDF = "application/pdf";

    private final ScreeningArchive archive;
    private final Letters letters;
    private final Languages languages;
    private final Caller caller;

    LetterResource(ScreeningArchive archive, Letters letters, Languages languages, Caller caller) {
        this.archive = archive;
        this.letters = letters;
        this.languages = languages;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.TEXT_HTML, PDF})
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER, Roles.CLINICIAN})
    @Operation(
            summary = "The hand-off letter",
            description = "To a GP, a physiotherapist or an emergency department. HTML, or PDF with Accept:"
                    + " application/pdf; in the language of Accept-Language.")
    @APIResponse(responseCode = "200", description = "A letter to print and to hand over.")
    @APIResponse(responseCode = "404", description = "`not-found`, also while the screening is open")
    public Response letter(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        ScreeningFile file = archive.decided(id);
        if (!caller.is(Roles.CLINICIAN) && !file.screening().belongsTo(caller.id())) {
            throw Refusal.notFound();
        }
        boolean pdf = headers.getAcceptableMediaTypes().getFirst().toString().startsWith(PDF);
        Response.ResponseBuilder answer = pdf
                ? Response.ok(letters.pdf(file, languages.ofRequest()), PDF)
                        .header("Content-Disposition", "inline; filename=\"tripoint-letter.pdf\"")
                : Response.ok(letters.html(file, languages.ofRequest()), MediaType.TEXT_HTML + ";charset=UTF-8");
        return answer.build();
    }
}
