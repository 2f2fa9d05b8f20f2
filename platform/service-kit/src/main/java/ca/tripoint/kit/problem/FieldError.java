package ca.tripoint.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the request is at fault, and how. Exactly one of the two names is given; the value never is.
 *
 * @param field path into the body ({@code address.postalCode}), or the name of a parameter or header
 * @param questionId id of the question of a questionnaire
 * @param code what is wrong: {@code required}, {@code unknown-field}, {@code wrong-type}, …
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable String field, @Nullable String questionId, String code) {

    public static FieldError field(String field, String code) {
        return new FieldError(field, null, code);
    }

    public static FieldError question(String questionId, String code) {
        return new FieldError(null, questionId, code);
    }
}
