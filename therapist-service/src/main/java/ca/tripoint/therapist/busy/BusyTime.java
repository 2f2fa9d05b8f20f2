package ca.tripoint.therapist.busy;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What booking-service last said about a booking: whose time it takes, if any. Written by {@link BusyTimes}, read as {@link Busy}. */
@Entity
@Immutable
class BusyTime {

    @Id
    private UUID bookingId;

    private UUID therapistId;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant busyFrom;
    private Instant busyTo;
    private @Nullable Instant holdExpiresAt;
    private @Nullable String fsa;

    protected BusyTime() {}

    /** A hold that has run out is free, whether or not its event has come. */
    enum State {
        HELD,
        BOOKED,
        FREE
    }
}
