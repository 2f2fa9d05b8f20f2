package ca.tripoint.triage.letter;

import ca.tripoint.kit.http.Forms;
import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.triage.screening.Reader;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/screenings/{id}/letter")
@Tag(name = "Screenings")
@RunOnVirtualThread
class LetterResource {
    private static final String PDF_TYPE = "application/pdf";
    private static final MediaType PDF = MediaType.valueOf(PDF_TYPE);
    private static final List<MediaType> FORMS = List.of(MediaType.TEXT_HTML_TYPE, PDF);

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
    @Produces({MediaType.TEXT_HTML, PDF_TYPE})
    @RolesAllowed({Roles.CLIENT, Roles.PARTNER, Roles.CLINICIAN})
    @Operation(
            summary = "The hand-off letter",
            description = "To a GP, a physiotherapist or an emergency department. HTML, or PDF with Accept:"
                    + " application/pdf; in the language of Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "A letter to print and to hand over.",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PDF_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`screening-open`")
    public Response letter(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        ScreeningFile file = archive.readDecided(id, Reader.of(caller));
        Response.ResponseBuilder answer = PDF.equals(Forms.wanted(headers, FORMS))
                ? Response.ok(letters.pdf(file, languages.ofRequest()), PDF)
                        .header("Content-Disposition", "inline; filename=\"tripoint-letter.pdf\"")
                : Response.ok(letters.html(file, languages.ofRequest()), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }
}
