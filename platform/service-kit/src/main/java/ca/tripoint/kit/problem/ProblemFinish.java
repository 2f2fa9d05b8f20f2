package ca.tripoint.kit.problem;

import ca.tripoint.kit.http.Languages;
import ca.tripoint.kit.transaction.SqlFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The last hand on every problem document: whatever was thrown, the caller reads a code, a title and a detail in their language,
 * the names of the fields at fault, and nothing of what they sent.
 */
@ApplicationScoped
class ProblemFinish implements ProblemPostProcessor {

    private static final int AFTER_ALL_OTHERS = -1_000;

    private final ProblemTexts texts;
    private final Languages languages;
    private final AllowedMethods allowedMethods;

    ProblemFinish(ProblemTexts texts, Languages languages, AllowedMethods allowedMethods) {
        this.texts = texts;
        this.languages = languages;
        this.allowedMethods = allowedMethods;
    }

    static HttpProblem bare(int status) {
        return HttpProblem.builder().withStatus(status).build();
    }

    @Override
    public int priority() {
        return AFTER_ALL_OTHERS;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        Refusal refusal = refusalOf(problem.getStatusCode(), context.cause);
        Locale language = languages.ofRequest();
        HttpProblem.Builder document = HttpProblem.builder()
                .withType(ProblemDocument.type(refusal.problem()))
                .withStatus(refusal.problem().status())
                .withTitle(texts.title(refusal.problem(), language))
                .withDetail(texts.detail(refusal.problem(), language));
        ProblemDocument.extensions(refusal).forEach(document::with);
        refusal.headers().forEach(document::withHeader);
        headersOf(problem, context.cause).forEach(document::withHeader);
        if (refusal.problem() == CommonProblem.METHOD_NOT_ALLOWED && context.path != null) {
            document.withHeader(HttpHeaders.ALLOW, allowedMethods.of(context.path));
        }
        return document.build();
    }

    private static Refusal refusalOf(int status, Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof ConstraintViolationException violations) {
            return RequestFaults.of(violations);
        }
        if (status == 400 && cause instanceof JsonProcessingException json) {
            return RequestFaults.of(json);
        }
        if (status == 400 && cause.getCause() instanceof JsonProcessingException json) {
            return RequestFaults.of(json);
        }
        if (status == 500 && SqlFailure.of(cause).filter(SqlFailure::isOutage).isPresent()) {
            return Refusal.of(CommonProblem.TEMPORARILY_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5");
        }
        if (cause.getCause() instanceof Refusal ofParameter) {
            return ofParameter;
        }
        return Refusal.of(CommonProblem.ofStatus(status));
    }

    /** Kept: who to authenticate with (401), when to come back (429, 503). */
    private static Map<String, Object> headersOf(HttpProblem problem, Throwable cause) {
        Map<String, Object> headers = new LinkedHashMap<>();
        for (String name : new String[] {HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER}) {
            Object value = problem.getHeaders().get(name);
            if (value == null && cause instanceof WebApplicationException web) {
                value = web.getResponse().getHeaderString(name);
            }
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
