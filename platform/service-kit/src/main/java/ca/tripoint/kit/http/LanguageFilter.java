package ca.tripoint.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Says in which language the answer is, and that it depended on the question's. A resource that answers in another language, such as
 * the one that the reader once chose, has said so itself.
 */
@Provider
class LanguageFilter implements ContainerResponseFilter {

    private final Languages languages;

    LanguageFilter(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders()
                .computeIfAbsent(
                        HttpHeaders.CONTENT_LANGUAGE,
                        name -> List.of(languages.ofRequest().toLanguageTag()));
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
