package ca.tripoint.kit.http;

import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.ProblemDocument;
import ca.tripoint.kit.problem.ProblemTexts;
import ca.tripoint.kit.problem.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** Refuses a body that is too large before it is read, with a document that says how large it may be. */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_EVERYTHING = 10_000;
    private static final int DIGITS_OF_A_LONG = 18;

    private final HttpConfig config;
    private final ProblemTexts texts;
    private final Json json;

    BodyLimit(HttpConfig config, ProblemTexts texts, Json json) {
        this.config = config;
        this.texts = texts;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null
                || (length.length() <= DIGITS_OF_A_LONG && Long.parseLong(length) <= config.maxBodyBytes())) {
            exchange.next();
            return;
        }
        Refusal refusal = Refusal.of(CommonProblem.PAYLOAD_TOO_LARGE).with("maxBytes", config.maxBodyBytes());
        if (exchange.request().version() != HttpVersion.HTTP_2) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Locale language = Languages.preferred(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        exchange.response()
                .setStatusCode(refusal.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .putHeader(HttpHeaders.VARY, "Accept-Language")
                .end(json.write(ProblemDocument.of(refusal, texts, language)));
    }
}
