package ca.tripoint.bench.floor;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads a JSON body, stores one row of a given size, answers with its id: one statement, one commit, nothing else. */
@Path("/rows")
@RunOnVirtualThread
public class RowResource {
    private final DataSource database;

    RowResource(DataSource database) {
        this.database = database;
    }

    public record Row(UUID id) {}

    /** @param bytes size of the row's content */
    @POST
    public Response store(@QueryParam("bytes") int bytes, JsonNode body) throws SQLException {
        UUID id = UUID.randomUUID();
        byte[] content = Arrays.copyOf(body.toString().getBytes(StandardCharsets.UTF_8), bytes);
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO stored_row (id, content) VALUES (?, ?)")) {
            insert.setObject(1, id);
            insert.setBytes(2, content);
            insert.executeUpdate();
        }
        return Response.status(201).entity(new Row(id)).build();
    }
}
