package ca.tripoint.therapist.offer;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.therapist.price.Price;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An offer, for the client to read and to take to booking-service. */
@Schema(name = "Offer")
record OfferView(
        @Schema(
                description = "The signed offer: give it to booking-service as it is.",
                examples = "eyJhbGciOiJSUzI1NiIs…")
        String offer,

        UUID offerId,
        UUID therapistId,

        @Schema(examples = "2027-03-15T10:00:00-04:00") OffsetDateTime start,
        @Schema(examples = "2027-03-15T11:15:00-04:00") OffsetDateTime end,
        @Schema(examples = "America/Toronto") String zone,
        long durationMinutes,
        Price price,
        OffsetDateTime expiresAt) {

    static OfferView of(Offer offer, String token, OfferClaims claims) {
        return new OfferView(
                token,
                offer.id(),
                offer.therapistId(),
                claims.start(),
                claims.end(),
                claims.zone(),
                claims.durationMinutes(),
                claims.price(),
                TimeZones.offset(offer.expiresAt(), ZoneId.of(claims.zone())));
    }
}
