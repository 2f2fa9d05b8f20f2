package ca.tripoint.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What a service answered.
 *
 * @param request what was asked, such as {@code POST /v1/bookings}
 * @param body    the JSON; a missing node if there was no body, a text node if it was not JSON
 */
public record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

    /** A member by its path, such as {@code /clearance/token}; missing if there is none. */
    public JsonNode at(String pointer) {
        return body.at(pointer);
    }

    /** A member as text; empty if there is none. */
    public String text(String pointer) {
        return at(pointer).asText();
    }

    /** The stable code of a problem; empty if this is none. */
    public String code() {
        return text("/code");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** This answer if it has the expected status; otherwise a failure that shows it. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected " + expected + " but " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return request + " was answered " + status + " " + body;
    }
}
