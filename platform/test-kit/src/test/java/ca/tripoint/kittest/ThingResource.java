package ca.tripoint.kittest;

import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/v1/things")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ThingResource {

    record NewThing(
            @NotBlank String secret,
            @Max(5) int size,
            Colour colour,
            @NotNull @Valid Place place,
            @Nullable List<@Valid Finding> findings,
            @Nullable List<@NotBlank String> offers,
            @Nullable List<List<@NotBlank String>> rounds,
            @Nullable Map<String, @Max(10) Integer> answers,
            @Nullable Map<String, @Valid Finding> grades) {}

    record Place(
            @NotBlank String city,
            @Nullable LocalDate since,
            @Nullable List<@NotBlank String> tags) {}

    record Finding(@Max(5) int grade) {}

    record Note(String note) {}

    record Span(int from, int to) {
        Span {
            if (from > to) {
                throw new IllegalArgumentException("from is after to");
            }
        }
    }

    enum Colour {
        RED,
        BLUE
    }

    private final Things things;
    private final Idempotency idempotency;
    private final Caller caller;

    ThingResource(Things things, Idempotency idempotency, Caller caller) {
        this.things = things;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.CLIENT)
    public Response create(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("refused") boolean refused,
            @Valid @NotNull NewThing thing) {
        Idempotency.Outcome outcome =
                things.create(idempotency.attempt(caller.id(), "POST /v1/things", key, thing), thing.secret(), refused);
        Response.ResponseBuilder answer =
                Response.status(201).entity(Map.of("id", outcome.resourceId())).tag(new Version(1).etag());
        return (outcome.replayed() ? answer.header("Idempotency-Replayed", "true") : answer).build();
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.CLIENT)
    public void change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Map<String, String> change) {
        new Version(7).requireMatch(ifMatch);
    }

    @POST
    @Path("spans")
    @RolesAllowed(Roles.CLIENT)
    public void span(Span span) {}

    @POST
    @Path("notes")
    @RolesAllowed(Roles.CLIENT)
    public void note(Note note) {
        things.note(note.note());
    }

    @GET
    @Path("label.pdf")
    @Produces("application/pdf")
    @RolesAllowed(Roles.CLIENT)
    public String label() {
        return "%PDF";
    }

    @GET
    @Path("{month: [0-9]{4}-[0-9]{2}}/labels")
    @RolesAllowed(Roles.CLIENT)
    public List<String> labels(@PathParam("month") String month) {
        return List.of();
    }

    @GET
    @Path("labels")
    @RolesAllowed(Roles.CLIENT)
    public List<String> labels(
            @QueryParam("page-size") @Min(1) int pageSize, @QueryParam("colour") List<@NotBlank String> colours) {
        return List.of();
    }

    @GET
    @Path("{id}/version")
    @RolesAllowed(Roles.CLIENT)
    public long version(@PathParam("id") UUID id) {
        return things.version(id);
    }

    @GET
    @Path("forgotten")
    public String nobodySaidWhoMayEnter() {
        return "secret";
    }

    @GET
    @Path("broken")
    @RolesAllowed(Roles.CLIENT)
    public String broken() {
        throw new IllegalStateException("the password is hunter2");
    }

    @GET
    @Path("away")
    @RolesAllowed(Roles.CLIENT)
    public String databaseAway() throws SQLException {
        throw new SQLException("the password is hunter2", "08006");
    }

    @GET
    @Path("busy")
    @RolesAllowed(Roles.CLIENT)
    public String busy() {
        throw new ClientErrorException(
                Response.status(429).header("Retry-After", "7").build());
    }
}
