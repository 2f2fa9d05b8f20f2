package ca.tripoint.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;

/** Brings refusals into the one path that all problem documents take; {@link ProblemFinish} writes the words. */
@Provider
class RefusalMapper extends ExceptionMapperBase<Refusal> {

    @Override
    protected HttpProblem toProblem(Refusal refusal) {
        return ProblemFinish.bare(refusal.problem().status());
    }

    /** The framework would answer a mismatched body with its own text. */
    @Provider
    static class OfMismatchedInput extends ExceptionMapperBase<MismatchedInputException> {
        @Override
        protected HttpProblem toProblem(MismatchedInputException fault) {
            return ProblemFinish.bare(CommonProblem.INVALID_REQUEST.status());
        }
    }

    /** Bytes that look like UTF-32 and are none: the parser has no exception of its own for them. */
    @Provider
    static class OfUnreadableText extends ExceptionMapperBase<CharConversionException> {
        @Override
        protected HttpProblem toProblem(CharConversionException fault) {
            return ProblemFinish.bare(CommonProblem.MALFORMED_JSON.status());
        }
    }
}
