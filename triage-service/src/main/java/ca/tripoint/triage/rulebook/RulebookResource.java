package ca.tripoint.triage.rulebook;

import ca.tripoint.kit.http.Forms;
import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.triage.catalogue.ServedRulesets;
import ca.tripoint.triage.ruleset.Ruleset;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/rulesets")
@Tag(name = "Audit", description = "For those who answer for the content.")
@RunOnVirtualThread
@Authenticated
class RulebookResource {
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE);

    private final ServedRulesets rulesets;
    private final Template page;

    RulebookResource(ServedRulesets rulesets, @Location("rulebook.html") Template page) {
        this.rulesets = rulesets;
        this.page = page;
    }

    public record Served(String id, String version, String sha256, boolean active, boolean clinicallyApproved) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the rule sets", description = "Exactly one is active for new screenings.")
    public Items<Served> list() {
        return new Items<>(
                rulesets.all().stream()
                        .map(ruleset -> new Served(
                                ruleset.id(),
                                ruleset.version(),
                                ruleset.sha256(),
                                active(ruleset),
                                ruleset.approval().clinicallyApproved()))
                        .toList(),
                null);
    }

    @GET
    @Path("/{version}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(summary = "Read a rule set", description = "As JSON, or as an HTML table with Accept: text/html.")
    @APIResponse(
            responseCode = "200",
            description = "Every rule with condition, outcome, texts and evidence.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Rulebook.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response read(@PathParam("version") String version, @Context HttpHeaders headers) {
        Ruleset ruleset = find(version);
        Rulebook book = Rulebook.of(ruleset, active(ruleset));
        MediaType form = Forms.wanted(headers, FORMS);
        Object content =
                form.equals(MediaType.TEXT_HTML_TYPE) ? page.data("book", book).render() : book;
        return Response.ok(content, form)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    @Path("/{version}/diff")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What differs between two versions", description = "From `version` to `to`.")
    @APIResponse(responseCode = "200", description = "Changes by file and row.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`validation-failed`")
    public Items<Difference> diff(
            @PathParam("version") String version, @Parameter(required = true) @QueryParam("to") @Nullable String to) {
        if (to == null) {
            throw Refusal.invalidField("to", "required");
        }
        return new Items<>(Difference.between(find(version), find(to)), null);
    }

    private Ruleset find(String version) {
        return rulesets.version(version).orElseThrow(Refusal::notFound);
    }

    private boolean active(Ruleset ruleset) {
        return ruleset.version().equals(rulesets.active().version());
    }
}
