package ca.tripoint.kit.http;

import ca.tripoint.kit.problem.ReaderLanguage;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of Canada's service. English where the caller does not say, French where they prefer any French. */
@ApplicationScoped
public class Languages implements ReaderLanguage {

    public static final Locale ENGLISH = Locale.forLanguageTag("en-CA");
    public static final Locale FRENCH = Locale.forLanguageTag("fr-CA");

    private final CurrentVertxRequest request;

    Languages(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The language of the request at hand, from its {@code Accept-Language}. */
    public Locale ofRequest() {
        return request.getCurrent() == null
                ? ENGLISH
                : preferred(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Override
    public Locale language() {
        return ofRequest();
    }

    static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return ENGLISH;
        }
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage).stream()
                            .map(range ->
                                    new Locale.LanguageRange(range.getRange().split("-", 2)[0], range.getWeight()))
                            .toList(),
                    List.of(Locale.ENGLISH, Locale.FRENCH));
            return Locale.FRENCH.equals(best) ? FRENCH : ENGLISH;
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }
}
