package ca.tripoint.booking.offer;

import ca.tripoint.booking.visit.Address;
import ca.tripoint.booking.visit.Price;
import ca.tripoint.booking.visit.Price.TaxLine;
import ca.tripoint.booking.visit.Price.TaxLines;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.money.Money;
import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.Province;
import ca.tripoint.kit.signing.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What therapist-service writes into an offer. What is missing or contradicts itself is not an offer. */
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
        List<String> skills,
        List<String> equipment,
        PriceClaim price,
        int durationMinutes) {

    OfferClaims {
        Objects.requireNonNull(therapistId, "therapistId");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(localStart, "localStart");
        Objects.requireNonNull(tzVersion, "tzVersion");
        Objects.requireNonNull(busyFrom, "busyFrom");
        Objects.requireNonNull(busyTo, "busyTo");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(skills, "skills");
        Objects.requireNonNull(equipment, "equipment");
        Objects.requireNonNull(price, "price");
        if (!start.plusMinutes(durationMinutes).isEqual(end)) {
            throw new IllegalArgumentException("durationMinutes must lie between start and end");
        }
    }

    Offer toOffer(Fact<OfferClaims> fact) {
        return new Offer(
                fact.id(),
                therapistId,
                fact.issuedAt(),
                fact.expiresAt(),
                visit(),
                new Address(place.line1, place.city, place.postalCode),
                price.toPrice(),
                credential.province,
                credential.validTo,
                Set.copyOf(skills),
                Set.copyOf(equipment));
    }

    private Visit visit() {
        Visit visit = new Visit(
                start.toInstant(),
                end.toInstant(),
                localStart,
                zone,
                tzVersion,
                busyFrom,
                busyTo,
                Province.valueOf(place.province),
                new Fsa(place.fsa).code(),
                place.latitude,
                place.longitude);
        if (!visit.agreesWithTheClocks()) {
            throw new IllegalArgumentException("localStart must be what the clocks of zone show at start");
        }
        return visit;
    }

    record PlaceClaim(
            String postalCode,
            String fsa,
            double latitude,
            double longitude,
            String province,
            @Nullable String line1,
            @Nullable String city) {

        PlaceClaim {
            Objects.requireNonNull(postalCode, "postalCode");
            Objects.requireNonNull(fsa, "fsa");
            Objects.requireNonNull(province, "province");
        }

        @Override
        public String toString() {
            return "Place[redacted]";
        }
    }

    record CredentialClaim(String province, @Nullable LocalDate validTo) {

        CredentialClaim {
            Objects.requireNonNull(province, "province");
        }
    }

    record PriceClaim(long subtotalCents, List<TaxLine> taxes, long totalCents, String currency) {

        PriceClaim {
            Objects.requireNonNull(taxes, "taxes");
            if (!Money.CAD.getCurrencyCode().equals(currency)) {
                throw new IllegalArgumentException("currency must be CAD");
            }
        }

        Price toPrice() {
            return new Price(subtotalCents, new TaxLines(taxes), totalCents);
        }
    }
}
