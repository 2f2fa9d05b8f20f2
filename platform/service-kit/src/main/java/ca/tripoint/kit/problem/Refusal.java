package ca.tripoint.kit.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request is refused, by name. Thrown inside a transaction it rolls back everything; the caller reads a problem document
 * (RFC 9457) with the code's texts in their language.
 */
public final class Refusal extends RuntimeException {

    /** So many faults are named, in the answer and in the log; whoever sends more has more than a slip. */
    private static final int MOST_ERRORS = 100;

    private final ProblemCode problem;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<String> loggable = new ArrayList<>();
    private final Map<String, Object> extensions = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Refusal(ProblemCode problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public static Refusal of(ProblemCode problem) {
        return new Refusal(problem);
    }

    /** The object is not there, or is none of the caller's business: one answer, so that nobody learns which. */
    public static Refusal notFound() {
        return new Refusal(CommonProblem.NOT_FOUND);
    }

    public static Refusal invalidField(String field, String code) {
        return new Refusal(CommonProblem.VALIDATION_FAILED).naming(FieldError.field(field, code));
    }

    public Refusal naming(FieldError error) {
        return naming(error, error.field());
    }

    public Refusal naming(List<FieldError> more) {
        more.forEach(this::naming);
        return this;
    }

    /** @param declared the field as the service's own code names it: a name that the caller invented is not logged */
    Refusal naming(FieldError error, @Nullable String declared) {
        if (errors.size() == MOST_ERRORS) {
            return this;
        }
        errors.add(error);
        loggable.add(declared == null ? error.code() : declared + " " + error.code());
        return this;
    }

    /** Adds an extension member to the document. Never put the caller's own input there. */
    public Refusal with(String member, Object value) {
        extensions.put(member, value);
        return this;
    }

    public Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemCode problem() {
        return problem;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Each field at fault and how, without anything that the caller wrote. */
    List<String> loggable() {
        return loggable;
    }

    Map<String, Object> extensions() {
        return extensions;
    }

    Map<String, String> headers() {
        return headers;
    }
}
