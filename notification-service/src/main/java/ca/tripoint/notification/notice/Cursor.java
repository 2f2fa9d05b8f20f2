package ca.tripoint.notification.notice;

import ca.tripoint.kit.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of the inbox ended. */
record Cursor(Instant createdAt, UUID id) {

    static Cursor after(Notice last) {
        return new Cursor(last.createdAt(), last.id());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((createdAt + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** Refuses what {@link #text()} did not write. */
    static Cursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw Refusal.invalidField("cursor", "invalid");
        }
        throw Refusal.invalidField("cursor", "invalid");
    }
}
