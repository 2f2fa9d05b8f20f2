package ca.tripoint.therapist.offer;

import ca.tripoint.therapist.availability.Visit;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * An offer that was made. The token and the address are not kept: the same request, repeated, has the same offer signed anew. The
 * area is kept for the booking that comes of it, so that another offer can know how far that visit is.
 */
@Entity
@Immutable
class Offer {

    @Id
    private UUID id;

    private UUID requestId;
    private int occurrence;
    private UUID clientId;
    private UUID therapistId;
    private Instant startsAt;
    private int minutes;
    private String fsa;
    private Instant issuedAt;
    private Instant expiresAt;

    protected Offer() {}

    /**
     * @param requestId the request it answers
     * @param occurrence its place among the offers of that request, from 0
     */
    static Offer made(
            UUID requestId,
            int occurrence,
            UUID clientId,
            UUID therapistId,
            Visit visit,
            Instant now,
            Duration validity) {
        Offer offer = new Offer();
        offer.id = UUID.randomUUID();
        offer.requestId = requestId;
        offer.occurrence = occurrence;
        offer.clientId = clientId;
        offer.therapistId = therapistId;
        offer.startsAt = visit.start();
        offer.minutes = (int) visit.length().toMinutes();
        offer.fsa = visit.place().fsa().code();
        offer.issuedAt = now;
        offer.expiresAt = now.plus(validity).truncatedTo(ChronoUnit.SECONDS);
        return offer;
    }

    UUID id() {
        return id;
    }

    UUID clientId() {
        return clientId;
    }

    UUID therapistId() {
        return therapistId;
    }

    Instant startsAt() {
        return startsAt;
    }

    Duration length() {
        return Duration.ofMinutes(minutes);
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
