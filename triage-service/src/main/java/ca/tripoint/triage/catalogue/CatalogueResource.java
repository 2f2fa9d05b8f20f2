package ca.tripoint.triage.catalogue;

import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.triage.ruleset.Regions;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Catalogue", description = "What is asked, and what is worked.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
class CatalogueResource {
    private final ServedRulesets rulesets;
    private final Languages languages;

    CatalogueResource(ServedRulesets rulesets, Languages languages) {
        this.rulesets = rulesets;
        this.languages = languages;
    }

    @GET
    @Path("/questionnaires/{id}")
    @Operation(
            summary = "Read the questionnaire",
            description = "In the language of Accept-Language. `version` is the rule set that decides new screenings.")
    @APIResponse(responseCode = "200", description = "All questions, in the order of the paper form.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public QuestionnaireView questionnaire(@PathParam("id") String id) {
        if (!id.equals(ServedRulesets.ID)) {
            throw Refusal.notFound();
        }
        return QuestionnaireView.of(rulesets.active(), languages.ofRequest());
    }

    /** A muscle of the catalogue and the regions it may send pain to, with weights. */
    public record MuscleView(
            String code,
            String name,
            String about,
            String group,
            Map<String, Integer> refers,
            List<String> through,
            List<String> positions,
            List<String> skills,
            List<String> evidence) {}

    @GET
    @Path("/muscles")
    @Operation(summary = "List the muscles", description = "What each refers to and how it is reached.")
    public Items<MuscleView> muscles() {
        Ruleset ruleset = rulesets.active();
        Texts texts = ruleset.texts(languages.ofRequest());
        return new Items<>(
                ruleset.plan().muscles().stream()
                        .map(muscle -> new MuscleView(
                                muscle.code(),
                                texts.get("muscles." + muscle.code() + ".name"),
                                texts.get("muscles." + muscle.code() + ".about"),
                                muscle.group(),
                                muscle.refers(),
                                muscle.through(),
                                muscle.positions().stream().map(Enum::name).toList(),
                                muscle.skills(),
                                muscle.evidence()))
                        .toList(),
                null);
    }

    /** A region of the body chart. `side` is the client's own; null in the middle. */
    public record RegionView(
            String code,
            @Nullable String side,
            List<String> views,
            String label,
            boolean inScope,
            boolean belowKnee,
            List<PathView> paths) {}

    /** A shape of the body chart, on a field of 200 by 450. */
    public record PathView(String view, String d) {}

    /** All regions, and the chart they are marked on: one drawing per view, whose paths carry `data-region`. */
    public record RegionsView(
            List<RegionView> items, @Nullable String next, Map<String, String> svg) {}

    @GET
    @Path("/regions")
    @Operation(summary = "List the body regions", description = "Our own coding. Left and right are the client's own.")
    public RegionsView regions() {
        Ruleset ruleset = rulesets.active();
        Texts texts = ruleset.texts(languages.ofRequest());
        return new RegionsView(
                ruleset.regions().codes().stream()
                        .map(code -> region(ruleset.regions(), code, texts))
                        .toList(),
                null,
                Map.of(
                        "FRONT", BodyChart.svg(ruleset.regions(), "FRONT", texts),
                        "BACK", BodyChart.svg(ruleset.regions(), "BACK", texts)));
    }

    private static RegionView region(Regions regions, String code, Texts texts) {
        Regions.Region region = regions.of(code);
        return new RegionView(
                code,
                Regions.side(code).map(Enum::name).orElse(null),
                region.views(),
                texts.get("regions." + code),
                region.inScope(),
                region.belowKnee(),
                region.views().stream()
                        .map(view -> new PathView(view, BodyChart.path(region, code, view)))
                        .toList());
    }
}
