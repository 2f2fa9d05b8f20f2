package ca.tripoint.notification.visit;

import ca.tripoint.contracts.SessionEvent.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A visit of which the client knew and which a warning sign took back: it may still stand in their calendar. */
@Entity
@Table(name = "withdrawn_visit")
public class WithdrawnVisit {

    @Id
    @Column(name = "booking_id")
    private UUID bookingId;

    @Column(name = "version")
    private long version;

    @Column(name = "client_id")
    private UUID clientId;

    @Column(name = "starts_at")
    private Instant start;

    @Column(name = "ends_at")
    private Instant end;

    protected WithdrawnVisit() {}

    WithdrawnVisit(Session session) {
        this.bookingId = session.bookingId();
        this.version = session.version();
        this.clientId = session.clientId();
        this.start = session.start();
        this.end = session.end();
    }

    public UUID bookingId() {
        return bookingId;
    }

    public long version() {
        return version;
    }

    public Instant start() {
        return start;
    }

    public Instant end() {
        return end;
    }
}
