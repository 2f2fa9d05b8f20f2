package ca.tripoint.kit.security;

import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person or system behind the request. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    Caller(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /** The token's {@code sub}. A token without a UUID there is nobody's (401). */
    public UUID id() {
        try {
            return UUID.fromString(token.getSubject());
        } catch (IllegalArgumentException | NullPointerException nobody) {
            throw Refusal.of(CommonProblem.UNAUTHENTICATED);
        }
    }

    /** @param role one of {@link Roles} */
    public boolean is(String role) {
        return identity.hasRole(role);
    }
}
