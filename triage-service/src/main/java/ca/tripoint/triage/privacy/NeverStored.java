package ca.tripoint.triage.privacy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * No browser and no proxy keeps what the API answers: nearly all of it is about somebody's health, refusals included. A resource
 * whose answer may be kept says so itself. Outside the API nothing is about anybody: the keys are published to be kept.
 */
@Provider
class NeverStored implements ContainerResponseFilter {
    private static final String API = "/v1/";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean api = request.getUriInfo().getPath().startsWith(API);
        if (api && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().add(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
