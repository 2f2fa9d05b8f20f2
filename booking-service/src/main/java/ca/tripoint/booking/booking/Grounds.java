package ca.tripoint.booking.booking;

import ca.tripoint.booking.clearance.Clearance;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * The clearance that a booking rests on.
 *
 * @param sealedRequirements what the treatment needs, sealed for the booking ({@link Treatments})
 */
@Embeddable
record Grounds(UUID clearanceId, UUID screeningId, Instant clearanceIssuedAt, byte[] sealedRequirements) {

    static Grounds of(Clearance clearance, byte[] sealedRequirements) {
        return new Grounds(clearance.id(), clearance.screeningId(), clearance.issuedAt(), sealedRequirements.clone());
    }
}
