package ca.tripoint.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** An {@code Accept} that names nothing asks for nothing in particular; the framework cannot read it. */
@Provider
@PreMatching
class BlankAccept implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) {
            request.getHeaders().remove(HttpHeaders.ACCEPT);
        }
    }
}
