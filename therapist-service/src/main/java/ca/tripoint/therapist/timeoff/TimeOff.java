package ca.tripoint.therapist.timeoff;

import ca.tripoint.therapist.availability.TimeRange;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A stretch of time in which a therapist is away. It is added and removed, never changed. */
@Entity
public class TimeOff {

    @Id
    private UUID id;

    private UUID therapistId;
    private Instant startsAt;
    private Instant endsAt;

    protected TimeOff() {}

    TimeOff(UUID id, UUID therapistId, TimeRange time) {
        this.id = id;
        this.therapistId = therapistId;
        this.startsAt = time.from();
        this.endsAt = time.to();
    }

    UUID id() {
        return id;
    }

    public UUID therapistId() {
        return therapistId;
    }

    public TimeRange time() {
        return new TimeRange(startsAt, endsAt);
    }
}
