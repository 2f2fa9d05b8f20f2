package ca.tripoint.booking;

import ca.tripoint.booking.booking.Booking;
import ca.tripoint.booking.booking.Booking.Made;
import ca.tripoint.booking.booking.FeeSchedule;
import ca.tripoint.booking.clearance.Clearance;
import ca.tripoint.booking.clearance.Requirements;
import ca.tripoint.booking.offer.Offer;
import ca.tripoint.booking.visit.Address;
import ca.tripoint.booking.visit.Price;
import ca.tripoint.booking.visit.Price.TaxLine;
import ca.tripoint.booking.visit.Price.TaxLines;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.place.Province;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Visits as values, for rules that need no database. */
public final class Visits {

    private static final FeeSchedule FEES = new FeeSchedule(60, 24 * 60, 4 * 60, 50);

    private Visits() {}

    /** An hour in downtown Montréal. */
    public static Visit at(String localStart) {
        return at(localStart, "America/Toronto", Province.QC);
    }

    public static Visit at(String localStart, String zone, Province province) {
        Instant start = TimeZones.instant(LocalDateTime.parse(localStart), ZoneId.of(zone));
        return at(start, zone, province);
    }

    public static Visit at(Instant start, String zone, Province province) {
        Instant end = start.plus(Duration.ofHours(1));
        return new Visit(
                start,
                end,
                TimeZones.local(start, ZoneId.of(zone)),
                zone,
                TimeZones.version(),
                start.minus(Duration.ofMinutes(15)),
                end.plus(Duration.ofMinutes(15)),
                province,
                "H2X",
                45.514,
                -73.57);
    }

    public static Offer offer(Visit visit, Instant issuedAt) {
        return new Offer(
                UUID.randomUUID(),
                UUID.randomUUID(),
                issuedAt,
                issuedAt.plus(Duration.ofMinutes(15)),
                visit,
                new Address("123, rue Sainte-Famille", "Montréal", "H2X1Y4"),
                new Price(
                        12_900,
                        new TaxLines(List.of(
                                new TaxLine("GST", new BigDecimal("0.05"), 645),
                                new TaxLine("QST", new BigDecimal("0.09975"), 1_287))),
                        14_832),
                visit.province().name(),
                LocalDate.parse("2099-12-31"),
                Set.of("TRIGGER_POINT"),
                Set.of("TABLE"));
    }

    private static Made made(Visit visit, Instant at) {
        Clearance clearance =
                new Clearance(UUID.randomUUID(), UUID.randomUUID(), at, new Requirements(Set.of(), Set.of(), 60), 6);
        return new Made(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                clearance,
                new byte[] {3},
                offer(visit, at),
                new byte[] {1},
                FEES,
                at);
    }

    public static Booking confirmed(Visit visit, Instant at) {
        return Booking.confirmed(made(visit, at));
    }

    public static Booking held(Visit visit, Instant at) {
        return Booking.held(made(visit, at), Duration.ofMinutes(10));
    }
}
