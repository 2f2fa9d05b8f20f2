package ca.tripoint.booking.booking;

import ca.tripoint.booking.clearance.Clearance;
import ca.tripoint.booking.clearance.Requirements;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.UUID;

/** The clearance that a booking rests on. */
@Embeddable
record Grounds(
        UUID clearanceId,
        UUID screeningId,
        Instant clearanceIssuedAt,
        @Embedded Requirements requires) {

    static Grounds of(Clearance clearance) {
        return new Grounds(clearance.id(), clearance.screeningId(), clearance.issuedAt(), clearance.requires());
    }
}
