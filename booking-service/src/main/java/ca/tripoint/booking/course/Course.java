package ca.tripoint.booking.course;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Visits that were booked together. What becomes of each is its own story. */
@Entity
@Immutable
@Table(name = "course")
class Course {

    @Id
    private UUID id;

    private UUID clientId;
    private Instant madeAt;

    protected Course() {}

    UUID id() {
        return id;
    }

    UUID clientId() {
        return clientId;
    }

    Instant madeAt() {
        return madeAt;
    }
}
