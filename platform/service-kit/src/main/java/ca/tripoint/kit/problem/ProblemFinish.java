package ca.tripoint.kit.problem;

import ca.tripoint.kit.transaction.SqlFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.CharConversionException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The last hand on every problem document: whatever was thrown, the caller reads a code, a title and a detail in their language,
 * the names of the fields at fault, and nothing of what they sent. Nor does the log: the extension's own, which would repeat what the
 * exception says, is switched off (category {@code http-problem}).
 *
 * <p>A singleton, not a proxy: the extension asks for its priority before there is a container, when a JVM starts a service again.
 */
@Singleton
class ProblemFinish implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(ProblemFinish.class);
    private static final int AFTER_ALL_OTHERS = -1_000;

    private final ProblemTexts texts;
    private final ReaderLanguage reader;
    private final AllowedMethods allowedMethods;

    ProblemFinish(ProblemTexts texts, ReaderLanguage reader, AllowedMethods allowedMethods) {
        this.texts = texts;
        this.reader = reader;
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
        log(refusal, context.cause);
        Locale language = reader.language();
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

    private static void log(Refusal refusal, Throwable cause) {
        String code = refusal.problem().code();
        int status = refusal.problem().status();
        if (refusal.problem() == CommonProblem.INTERNAL_ERROR) {
            LOG.errorf(cause, "%s (%d)", code, status);
        } else if (status >= 500) {
            LOG.warnf("%s (%d): %s", code, status, cause);
        } else {
            LOG.infof("%s (%d)%s", code, status, refusal.loggable().isEmpty() ? "" : " " + refusal.loggable());
        }
    }

    private static Refusal refusalOf(int status, Throwable cause) {
        Refusal thrown = first(Refusal.class, cause);
        if (thrown != null) {
            return thrown;
        }
        if (cause instanceof ConstraintViolationException violations) {
            return RequestFaults.of(violations);
        }
        JsonProcessingException json = first(JsonProcessingException.class, cause);
        if (status == 400 && json != null) {
            return RequestFaults.of(json);
        }
        if (status == 400 && cause instanceof CharConversionException) {
            return Refusal.of(CommonProblem.MALFORMED_JSON);
        }
        if (status == 500 && SqlFailure.of(cause).filter(SqlFailure::isOutage).isPresent()) {
            return Refusal.of(CommonProblem.TEMPORARILY_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5");
        }
        return Refusal.of(CommonProblem.ofStatus(status));
    }

    /** Jackson and transactions wrap what is thrown inside them. */
    private static <T extends Throwable> @Nullable T first(Class<T> type, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
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
        if (problem.getStatusCode() == 401) {
            headers.putIfAbsent(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return headers;
    }
}
