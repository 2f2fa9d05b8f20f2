package ca.tripoint.kit.http;

import ca.tripoint.kit.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended of a list in the order of an instant and, among equals, an id. Opaque to callers. */
public record Cursor(Instant at, UUID id) {

    /** What a database can compare; {@code Instant} reaches much farther. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** Refuses what {@link #text()} did not write, naming the field {@code cursor}. */
    public static Cursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
            if (parts.length == 2) {
                Instant at = Instant.parse(parts[0]);
                if (!at.isBefore(EARLIEST) && !at.isAfter(LATEST)) {
                    return new Cursor(at, UUID.fromString(parts[1]));
                }
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw Refusal.invalidField("cursor", "invalid");
        }
        throw Refusal.invalidField("cursor", "invalid");
    }
}
