package ca.tripoint.therapist.coverage;

import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.place.Province;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.therapist.KnownPlaces;
import ca.tripoint.therapist.roster.Member;
import ca.tripoint.therapist.roster.Roster;
import ca.tripoint.therapist.roster.Wish;
import ca.tripoint.therapist.therapist.Equipment;
import ca.tripoint.therapist.therapist.Skill;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/coverage")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CoverageResource {

    private final Roster roster;
    private final EntitledTherapists entitled;
    private final Transactions transactions;

    CoverageResource(Roster roster, EntitledTherapists entitled, Transactions transactions) {
        this.roster = roster;
        this.entitled = entitled;
        this.transactions = transactions;
    }

    @Schema(name = "Coverage", examples = """
                    {"fsa":"H2X","name":"Plateau Mont-Royal Southeast","province":"QC","zone":"America/Toronto","covered":true,
                    "therapists":3,"languages":["en","fr"],"skills":["TRIGGER_POINT"],"equipment":["TABLE"]}""")
    record Coverage(
            String fsa,
            String name,
            Province province,
            String zone,
            @Schema(description = "Whether anybody comes.") boolean covered,
            @Schema(description = "How many.") int therapists,
            SortedSet<String> languages,
            SortedSet<Skill> skills,
            SortedSet<Equipment> equipment) {}

    @GET
    @RolesAllowed({Roles.CLIENT, Roles.THERAPIST, Roles.CLINICIAN, Roles.PARTNER, Roles.OPERATIONS})
    @Operation(summary = "Whether anybody comes to an address", description = """
                    Counts active therapists who go there and whose credentials hold in its province on some day within the booking \
                    horizon. Anybody who is signed in may ask.""")
    @APIResponse(
            responseCode = "200",
            description = "Who comes, in numbers.",
            content = @Content(schema = @Schema(implementation = Coverage.class)))
    @APIResponse(responseCode = "422", description = "`validation-failed`, `unknown-postal-code`")
    public Coverage of(
            @QueryParam("postalCode") @Parameter(required = true, example = "H2X 1Y4") @Nullable String postalCode) {
        if (postalCode == null || postalCode.isBlank()) {
            throw Refusal.invalidField("postalCode", "required");
        }
        Place place = KnownPlaces.at(postalCode, "postalCode");
        return transactions.run(() -> coverage(
                place,
                roster.reaching(place, Wish.NONE).stream()
                        .filter(therapist -> entitled.includes(therapist, place))
                        .toList()));
    }

    private static Coverage coverage(Place place, List<Member> therapists) {
        return new Coverage(
                place.fsa().code(),
                place.name(),
                place.province(),
                place.zone().getId(),
                !therapists.isEmpty(),
                therapists.size(),
                among(therapists, Member::languages),
                among(therapists, Member::skills),
                among(therapists, Member::equipment));
    }

    private static <T> SortedSet<T> among(List<Member> therapists, Function<Member, Collection<T>> what) {
        return therapists.stream().map(what).flatMap(Collection::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
