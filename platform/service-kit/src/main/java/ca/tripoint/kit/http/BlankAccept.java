package ca.tripoint.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An {@code Accept} that names nothing asks for nothing in particular; the framework cannot read it. */
@ApplicationScoped
class BlankAccept {

    private static final int BEFORE_RESOURCES = 9_000;

    void register(@Observes Filters filters) {
        filters.register(this::forget, BEFORE_RESOURCES);
    }

    private void forget(RoutingContext exchange) {
        String accept = exchange.request().getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) {
            exchange.request().headers().remove(HttpHeaders.ACCEPT);
        }
        exchange.next();
    }
}
