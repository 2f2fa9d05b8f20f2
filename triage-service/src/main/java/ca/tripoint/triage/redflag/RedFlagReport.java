package ca.tripoint.triage.redflag;

import ca.tripoint.kit.crypto.Cell;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A report as it is stored: what was seen is sealed. */
@Entity
public class RedFlagReport {
    @Id
    UUID id;

    UUID clientId;
    UUID therapistId;
    UUID screeningId;
    Instant reportedAt;
    byte[] content;

    protected RedFlagReport() {}

    RedFlagReport(UUID id, UUID clientId, UUID therapistId, UUID screeningId, Instant reportedAt) {
        this.id = id;
        this.clientId = clientId;
        this.therapistId = therapistId;
        this.screeningId = screeningId;
        this.reportedAt = reportedAt;
        this.content = new byte[0];
    }

    Cell cell() {
        return new Cell("red_flag_report", "content", id, clientId);
    }
}
