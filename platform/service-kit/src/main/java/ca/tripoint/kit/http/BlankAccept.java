package ca.tripoint.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/** An {@code Accept} that names nothing asks for nothing in particular; the framework cannot read it. */
@ApplicationScoped
class BlankAccept {

    private static final int BEFORE_RESOURCES = 9_000;

    void register(@Observes Filters filters) {
        filters.register(this::forget, BEFORE_RESOURCES);
    }

    private void forget(RoutingContext exchange) {
        List<String> lines = exchange.request().headers().getAll(HttpHeaders.ACCEPT);
        if (lines.stream().anyMatch(String::isBlank)) {
            String named = lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining(", "));
            exchange.request().headers().remove(HttpHeaders.ACCEPT);
            if (!named.isEmpty()) {
                exchange.request().headers().set(HttpHeaders.ACCEPT, named);
            }
        }
        exchange.next();
    }
}
