package ca.tripoint.triage.screening;

import ca.tripoint.kit.crypto.Cell;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers to the three questions before a visit, as they are stored: sealed. */
@Entity
public class Reconfirmation {
    @Id
    UUID id;

    UUID screeningId;
    UUID clientId;

    @Nullable
    UUID bookingId;

    Instant givenAt;
    byte[] content;

    protected Reconfirmation() {}

    Reconfirmation(UUID id, UUID screeningId, UUID clientId, UUID bookingId, Instant givenAt) {
        this.id = id;
        this.screeningId = screeningId;
        this.clientId = clientId;
        this.bookingId = bookingId;
        this.givenAt = givenAt;
        this.content = new byte[0];
    }

    Cell cell() {
        return new Cell("reconfirmation", "content", id, clientId);
    }
}
