package ca.tripoint.bench.floor;

import ca.tripoint.kit.security.Roles;
import ca.tripoint.kit.transaction.Transactions;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Believes a token, reads a JSON body, stores one row of a given size in one transaction, answers with its id. */
@Path("/v1/rows")
@RunOnVirtualThread
class RowResource {
    private final Transactions transactions;
    private final EntityManager database;

    RowResource(Transactions transactions, EntityManager database) {
        this.transactions = transactions;
        this.database = database;
    }

    public record Row(UUID id) {}

    /** @param bytes size of the row's content */
    @POST
    @RolesAllowed(Roles.CLIENT)
    public Response store(@QueryParam("bytes") int bytes, JsonNode body) {
        UUID id = UUID.randomUUID();
        byte[] content = Arrays.copyOf(body.toString().getBytes(StandardCharsets.UTF_8), bytes);
        transactions.run(() -> database.persist(new StoredRow(id, content)));
        return Response.status(201).entity(new Row(id)).build();
    }
}
