package ca.tripoint.kittest;

import ca.tripoint.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question with parameters of all kinds. */
@Path("/v1/counts")
@Produces(MediaType.TEXT_PLAIN)
public class CountResource {

    public static class Span {

        @QueryParam("from")
        @Nullable
        LocalDate from;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed(Roles.CLIENT)
    public String count(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("page") int page,
            @QueryParam("total") @Nullable Long total,
            @QueryParam("exact") boolean exact,
            @QueryParam("owner") @Nullable UUID owner,
            @QueryParam("since") @Nullable Instant since,
            @QueryParam("at") @Nullable OffsetDateTime at,
            @QueryParam("colour") ThingResource.@Nullable Colour colour,
            @BeanParam Span span) {
        return limit + " " + page + " " + total + " " + exact + " " + owner + " " + since + " " + at + " " + colour
                + " " + span.from;
    }
}
