package ca.tripoint.therapist.slot;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.place.Place;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.security.Roles;
import ca.tripoint.therapist.KnownPlaces;
import ca.tripoint.therapist.TherapistProblem;
import ca.tripoint.therapist.availability.VisitConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/slots")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SlotResource {

    private final SlotSearch search;
    private final SlotConfig config;
    private final VisitConfig visits;

    SlotResource(SlotSearch search, SlotConfig config, VisitConfig visits) {
        this.search = search;
        this.config = config;
        this.visits = visits;
    }

    @Schema(name = "Slots", examples = """
                    {"zone":"America/Toronto","slots":[{"start":"2027-03-14T06:00:00-04:00",
                    "therapists":["0190a1b2-0000-7000-8000-000000007e4a"]}],"next":null}""")
    record SlotsView(
            String zone, List<SlotView> slots, @Nullable String next) {}

    @Schema(name = "Slot")
    record SlotView(
            OffsetDateTime start,

            @Schema(
                    maxItems = 10,
                    description =
                            "The nearest who could come, nearest first. Whether somebody else could is answered with `therapistId`.")
            List<UUID> therapists) {}

    @GET
    @RolesAllowed({Roles.CLIENT, Roles.THERAPIST, Roles.CLINICIAN, Roles.PARTNER, Roles.OPERATIONS})
    @Operation(summary = "At which times could somebody come", description = """
                    Starts by the clocks at the address, with the nearest therapists who could come, at most ten. A page ends with a \
                    whole day; `next` leads on. Reflects bookings and changes of the roster within a second. Anybody who is signed in may ask.""")
    @APIResponse(
            responseCode = "200",
            description = "The slots, in order; none where nobody comes.",
            content = @Content(schema = @Schema(implementation = SlotsView.class)))
    @APIResponse(responseCode = "422", description = "`validation-failed`, `unknown-postal-code`, `range-too-long`")
    public SlotsView find(@BeanParam SlotQuery query) {
        SlotQuery.Read read = query.read(visits.durations());
        Place place = KnownPlaces.at(read.postalCode(), "postalCode");
        if (ChronoUnit.DAYS.between(read.first(), read.to()) >= config.maxDays()) {
            throw Refusal.of(TherapistProblem.RANGE_TOO_LONG).with("maxDays", config.maxDays());
        }
        SlotSearch.Found found = search.find(place, read.from(), read.to(), read.length(), read.wish(), config.page());
        return new SlotsView(
                place.zone().getId(),
                found.slots().stream()
                        .map(slot -> new SlotView(TimeZones.offset(slot.start(), place.zone()), slot.therapists()))
                        .toList(),
                found.continueFrom() == null ? null : address(query, found.continueFrom()));
    }

    private static String address(SlotQuery query, LocalDate next) {
        return query.continued(next).entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&", "/v1/slots?", ""));
    }
}
