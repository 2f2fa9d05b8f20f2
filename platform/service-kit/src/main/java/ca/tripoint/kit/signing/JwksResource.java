package ca.tripoint.kit.signing;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** Where other services find the key that our facts are checked with. */
@Path("/.well-known/jwks.json")
@IfBuildProperty(name = "tripoint.signing.enabled", stringValue = "true")
@Tag(name = "Keys")
public class JwksResource {

    private final FactSigner signer;

    JwksResource(FactSigner signer) {
        this.signer = signer;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Cache(maxAge = 300)
    @Operation(summary = "The public keys that signed facts are checked with", description = "A JWK set, RFC 7517.")
    @APIResponse(
            responseCode = "200",
            description = "`keys`, each with its `kid`.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String keys() {
        return signer.jwks();
    }
}
