package ca.tripoint.triage.recall;

import ca.tripoint.kit.http.Items;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.triage.clearance.Clearance;
import ca.tripoint.triage.decision.PlainText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/rulesets/{version}/recall")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.CLINICIAN)
class RecallResource {
    private static final int PAGE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Recalls recalls;
    private final Caller caller;

    RecallResource(Recalls recalls, Caller caller) {
        this.recalls = recalls;
        this.caller = caller;
    }

    /** @param reason about the content of the rule set, never about a person */
    @Schema(name = "NewRecall", examples = """
            {"reason": "SEVERE_AND_WORSENING compares with the wrong number"}""")
    record NewRecall(
            @NotBlank @Size(max = 2000) @Pattern(regexp = PlainText.ALLOWED)
            String reason) {}

    /** One clearance taken back. */
    @Schema(name = "RecalledClearance")
    public record RecalledClearance(UUID clearanceId, UUID screeningId, UUID clientId) {}

    /** @param finishedAt null while clearances remain to be taken back: ask for the recall once more */
    @Schema(name = "Recall")
    public record RecallView(
            String version,
            Instant recalledAt,
            UUID recalledBy,
            String reason,
            @Nullable Instant finishedAt,
            List<RecalledClearance> items,
            @Nullable String next) {}

    @POST
    @Operation(
            summary = "Recall a version",
            description =
                    "It clears nobody any more: a new screening under it is refused with `ruleset-recalled`, an open one"
                            + " where it would clear; a red flag is told all the same. Every live clearance that was issued under it is"
                            + " taken back and listed. The version is the key: repeated, it goes on where it broke off, and the first"
                            + " reason stands.")
    @APIResponse(responseCode = "200", description = "The recall, and the first page of what it took back.")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`validation-failed`")
    public RecallView recall(@PathParam("version") String version, @NotNull @Valid NewRecall request) {
        recalls.recall(version, caller.id(), request.reason());
        return view(version, FIRST);
    }

    @GET
    @Operation(summary = "Read a recall", description = "With the clearances it took back, page by page.")
    @APIResponse(responseCode = "200", description = "The recall and a page.")
    @APIResponse(responseCode = "404", description = "`not-found`: the version is not recalled")
    @APIResponse(responseCode = "422", description = "`validation-failed`")
    public RecallView read(@PathParam("version") String version, @QueryParam("cursor") @Nullable UUID cursor) {
        return view(version, cursor == null ? FIRST : cursor);
    }

    private RecallView view(String version, UUID after) {
        RulesetRecall recall = recalls.find(version);
        List<Clearance> found = recalls.taken(version, after, PAGE + 1);
        Items<RecalledClearance> page = Items.page(
                        found, PAGE, last -> "/v1/rulesets/" + version + "/recall?cursor=" + last.id())
                .map(each -> new RecalledClearance(each.id(), each.screeningId(), each.clientId()));
        return new RecallView(
                version,
                recall.recalledAt,
                recall.recalledBy,
                recall.reason,
                recall.finishedAt,
                page.items(),
                page.next());
    }
}
