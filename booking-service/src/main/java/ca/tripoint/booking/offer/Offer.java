package ca.tripoint.booking.offer;

import ca.tripoint.booking.clearance.Requirements;
import ca.tripoint.booking.visit.Address;
import ca.tripoint.booking.visit.Price;
import ca.tripoint.booking.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A therapist's time at a client's door for a price, offered to one client. It becomes one booking at most.
 *
 * @param issuedAt when it was offered: what notice and horizon are reckoned from, so that a valid offer never fails for the
 *     minutes that the client took to accept it
 * @param credentialValidTo last local date of the credential that it relies on; null if it does not expire
 */
public record Offer(
        UUID id,
        UUID therapistId,
        Instant issuedAt,
        Instant expiresAt,
        Visit visit,
        Address address,
        Price price,
        String credentialProvince,
        @Nullable LocalDate credentialValidTo,
        Set<String> skills,
        Set<String> equipment) {

    /** Whether it is long enough, and the therapist can do and bring what the treatment needs. */
    public boolean suits(Requirements requires) {
        return requires.metBy(skills, equipment, visit.length().toMinutes());
    }
}
