package ca.tripoint.therapist.offer;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.place.PostalCode;
import ca.tripoint.canada.place.Province;
import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.availability.Visit;
import ca.tripoint.therapist.credential.CredentialKind;
import ca.tripoint.therapist.price.Price;
import ca.tripoint.therapist.therapist.Equipment;
import ca.tripoint.therapist.therapist.Skill;
import ca.tripoint.therapist.therapist.Therapist;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

/**
 * What booking-service reads in an offer.
 *
 * @param tzVersion release of the time zone data that {@code start} was reckoned with
 * @param busyFrom from when the therapist is taken: set-up included, travel not
 * @param skills all that the therapist has, for the clearance to be held against
 */
record OfferClaims(
        UUID therapistId,
        OffsetDateTime start,
        OffsetDateTime end,
        String zone,
        LocalDateTime localStart,
        String tzVersion,
        Instant busyFrom,
        Instant busyTo,
        PlaceClaim place,
        CredentialClaim credential,
        Set<Skill> skills,
        Set<Equipment> equipment,
        Price price,
        long durationMinutes) {

    /** The address as the client gave it, and what this service knows of its area. */
    record PlaceClaim(
            String postalCode,
            String fsa,
            double latitude,
            double longitude,
            Province province,
            String line1,
            String city) {

        static PlaceClaim of(Address address, Place place) {
            return new PlaceClaim(
                    PostalCode.parse(address.postalCode()).value(),
                    place.fsa().code(),
                    place.at().latitude(),
                    place.at().longitude(),
                    place.province(),
                    address.line1(),
                    address.city());
        }

        @Override
        public String toString() {
            return "PlaceClaim[" + fsa + "]";
        }
    }

    /** Why the therapist may work there that day. */
    record CredentialClaim(Province province, CredentialKind kind, LocalDate validTo) {}

    static OfferClaims of(
            Visit visit,
            TimeRange busy,
            Address address,
            Therapist therapist,
            CredentialClaim credential,
            Price price) {
        Place place = visit.place();
        return new OfferClaims(
                therapist.id(),
                TimeZones.offset(visit.start(), place.zone()),
                TimeZones.offset(visit.end(), place.zone()),
                place.zone().getId(),
                visit.localStart(),
                TimeZones.version(),
                busy.from(),
                busy.to(),
                PlaceClaim.of(address, place),
                credential,
                therapist.skills(),
                therapist.equipment(),
                price,
                visit.length().toMinutes());
    }
}
