package ca.tripoint.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names what is wrong with a body, without repeating any of it. */
final class RequestFaults {

    private static final int LONGEST_NAME_SHOWN = 64;

    private RequestFaults() {}

    /** The body could be read as JSON or not; either way nothing of its content is told. */
    static Refusal of(JsonProcessingException fault) {
        if (fault instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()
                && !(mapping.getCause() instanceof com.fasterxml.jackson.core.exc.StreamReadException)) {
            return Refusal.of(CommonProblem.INVALID_REQUEST)
                    .naming(FieldError.field(field(mapping.getPath()), kindOf(mapping)));
        }
        if (fault instanceof JsonMappingException && fault.getCause() == null) {
            return Refusal.of(CommonProblem.INVALID_REQUEST).naming(FieldError.field("(body)", "wrong-type"));
        }
        return Refusal.of(CommonProblem.MALFORMED_JSON);
    }

    static Refusal of(ConstraintViolationException fault) {
        List<FieldError> errors = fault.getConstraintViolations().stream()
                .map(violation -> FieldError.field(field(violation), kindOf(violation)))
                .sorted(Comparator.comparing(FieldError::field, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return Refusal.of(CommonProblem.VALIDATION_FAILED).naming(errors);
    }

    private static String kindOf(JsonMappingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> "unknown-field";
            case InvalidNullException missing -> "required";
            case ValueInstantiationException refused -> "invalid";
            default -> "wrong-type";
        };
    }

    private static String field(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(shown(step.getFieldName()));
            }
        }
        return field.toString();
    }

    /** Field names can be the caller's own invention: what does not look like a name is not repeated. */
    private static String shown(String name) {
        return name.length() <= LONGEST_NAME_SHOWN && name.matches("[A-Za-z][A-Za-z0-9_.-]*") ? name : "(unknown)";
    }

    private static String field(ConstraintViolation<?> violation) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> steps.clear();
                case PARAMETER, PROPERTY, BEAN, CONTAINER_ELEMENT ->
                    steps.add((node.getIndex() == null ? "" : "[" + node.getIndex() + "].") + node.getName());
            }
        }
        boolean insideBody = steps.size() > 1;
        return String.join(".", insideBody ? steps.subList(1, steps.size()) : steps);
    }

    private static String kindOf(ConstraintViolation<?> violation) {
        return switch (violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero" -> "out-of-range";
            case "Size", "Length" -> "wrong-length";
            case "Pattern", "Email" -> "wrong-format";
            default -> "invalid";
        };
    }
}
