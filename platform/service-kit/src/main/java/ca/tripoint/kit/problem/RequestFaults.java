package ca.tripoint.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;

/** Names what is wrong with a request, without repeating any of it. */
final class RequestFaults {

    private RequestFaults() {}

    /** The body could be read as JSON or not; either way nothing of its content is told. */
    static Refusal of(JsonProcessingException fault) {
        if (!(fault instanceof JsonMappingException mapping) || isMalformed(mapping)) {
            return Refusal.of(CommonProblem.MALFORMED_JSON);
        }
        FieldPath field = field(mapping);
        return Refusal.of(CommonProblem.INVALID_REQUEST)
                .naming(FieldError.field(field.shown(), kindOf(mapping)), field.declared());
    }

    static Refusal of(ConstraintViolationException fault) {
        Refusal refusal = Refusal.of(CommonProblem.VALIDATION_FAILED);
        record Named(FieldPath field, String kind) {}
        fault.getConstraintViolations().stream()
                .map(violation -> new Named(ViolationPath.of(violation), kindOf(violation)))
                .sorted(Comparator.comparing(named -> named.field().shown()))
                .forEach(named -> refusal.naming(
                        FieldError.field(named.field().shown(), named.kind()),
                        named.field().declared()));
        return refusal;
    }

    /** The parser stumbled while a property was being read. */
    private static boolean isMalformed(JsonMappingException fault) {
        return fault.getCause() instanceof JsonProcessingException cause && !(cause instanceof JsonMappingException);
    }

    private static FieldPath field(JsonMappingException fault) {
        FieldPath field = new FieldPath();
        for (Iterator<JsonMappingException.Reference> steps = fault.getPath().iterator(); steps.hasNext(); ) {
            JsonMappingException.Reference step = steps.next();
            if (step.getFieldName() == null) {
                field.element(step.getIndex());
            } else if (step.getFrom() instanceof Map
                    || (fault instanceof UnrecognizedPropertyException && !steps.hasNext())) {
                field.invented(step.getFieldName());
            } else {
                field.property(step.getFieldName());
            }
        }
        return field;
    }

    private static String kindOf(JsonMappingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> "unknown-field";
            case InvalidNullException missing -> "required";
            case ValueInstantiationException refused -> "invalid";
            case MismatchedInputException absent when isAbsent(absent) -> "required";
            default -> "wrong-type";
        };
    }

    /** Where a number should stand there is none: the object ends without it, or says null. */
    private static boolean isAbsent(MismatchedInputException fault) {
        return fault.getTargetType() != null
                && fault.getTargetType().isPrimitive()
                && fault.getProcessor() instanceof JsonParser parser
                && (parser.hasToken(JsonToken.VALUE_NULL) || parser.hasToken(JsonToken.END_OBJECT));
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
