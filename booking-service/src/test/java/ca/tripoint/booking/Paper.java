package ca.tripoint.booking;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.testkit.FactTokens;
import ca.tripoint.testkit.FactTokens.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The signed papers that a client carries: clearances as triage writes them, offers as therapist-service does. */
public final class Paper {

    public static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

    private Paper() {}

    /** A clearance issued now: an hour of trigger point treatment with a table, up to six times. */
    public static Fact clearance(UUID client) {
        return FactTokens.clearance(client)
                .valid(TestClock.now(), TestClock.now().plus(Duration.ofDays(7)))
                .claim(
                        "requires",
                        Map.of("skills", List.of("TRIGGER_POINT"), "minDuration", 60, "equipment", List.of("TABLE")));
    }

    /** Local noon is 12:00 so many days from now at the place of the visit. */
    public static Instant inDays(int days, String localTime) {
        LocalDateTime local = TimeZones.local(TestClock.now(), MONTREAL)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.parse(localTime));
        return TimeZones.instant(local, MONTREAL);
    }

    /** An hour's visit in downtown Montréal, offered now; the therapist is taken a quarter of an hour before and after. */
    public static Fact offer(UUID client, UUID therapist, Instant start) {
        return offer(client, therapist, start, 60);
    }

    public static Fact offer(UUID client, UUID therapist, Instant start, int minutes) {
        Instant end = start.plus(Duration.ofMinutes(minutes));
        return at(
                FactTokens.offer(client)
                        .valid(TestClock.now(), TestClock.now().plus(Duration.ofMinutes(15)))
                        .claim("therapistId", therapist.toString())
                        .claim("start", TimeZones.offset(start, MONTREAL).toString())
                        .claim("end", TimeZones.offset(end, MONTREAL).toString())
                        .claim("zone", MONTREAL.getId())
                        .claim("localStart", TimeZones.local(start, MONTREAL).toString())
                        .claim("tzVersion", TimeZones.version())
                        .claim("busyFrom", start.minus(Duration.ofMinutes(15)).toString())
                        .claim("busyTo", end.plus(Duration.ofMinutes(15)).toString())
                        .claim("credential", credential("QC"))
                        .claim("skills", List.of("TRIGGER_POINT", "PRENATAL"))
                        .claim("equipment", List.of("TABLE"))
                        .claim("price", price())
                        .claim("durationMinutes", minutes),
                "H2X",
                45.514,
                -73.57);
    }

    /** The same offer at another place. */
    public static Fact at(Fact offer, String fsa, double latitude, double longitude) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("postalCode", fsa + "1Y4");
        place.put("fsa", fsa);
        place.put("latitude", latitude);
        place.put("longitude", longitude);
        place.put("province", "QC");
        place.put("line1", "123, rue Sainte-Famille");
        place.put("city", "Montréal");
        return offer.claim("place", place);
    }

    public static Map<String, Object> credential(String province) {
        return Map.of("province", province, "kind", "ASSOCIATION", "validTo", "2099-12-31");
    }

    private static Map<String, Object> price() {
        return Map.of(
                "subtotalCents",
                12_900,
                "taxes",
                List.of(
                        Map.of("name", "GST", "rate", 0.05, "cents", 645),
                        Map.of("name", "QST", "rate", 0.09975, "cents", 1_287)),
                "totalCents",
                14_832,
                "currency",
                "CAD");
    }
}
