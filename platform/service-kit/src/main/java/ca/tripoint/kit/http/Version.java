package ca.tripoint.kit.http;

import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.Refusal;
import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** An object's version as a strong ETag, and the check that the caller has seen the newest one. */
public record Version(long number) {

    public EntityTag etag() {
        return new EntityTag(Long.toString(number));
    }

    /**
     * Refuses with {@code precondition-required} (428) without an {@code If-Match}, with {@code precondition-failed} (412)
     * where it names another version. {@code *} matches any.
     */
    public void requireMatch(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(CommonProblem.PRECONDITION_REQUIRED);
        }
        if (!matches(ifMatch)) {
            throw Refusal.of(CommonProblem.PRECONDITION_FAILED);
        }
    }

    private boolean matches(String ifMatch) {
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals("*") || tag.strip().equals('"' + Long.toString(number) + '"')) {
                return true;
            }
        }
        return false;
    }
}
