package ca.tripoint.booking.booking;

import ca.tripoint.kit.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/** Where a page of bookings ended. Opaque to clients. */
record Cursor(Instant startAt, UUID id) {

    String write() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((startAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException notOurs) {
            throw Refusal.invalidField("cursor", "invalid");
        }
    }
}
