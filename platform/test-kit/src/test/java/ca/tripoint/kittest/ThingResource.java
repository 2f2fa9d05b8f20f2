package ca.tripoint.kittest;

import ca.tripoint.kit.http.Version;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
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
            @NotNull @Valid Place place) {}

    record Place(@NotBlank String city, @Nullable LocalDate since) {}

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
