package ca.tripoint.canada.place;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.table.ReferenceTable;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The forward sortation areas of Canada. {@code fsa.csv} is derived by the tool in {@code platform/canada/tools} (its
 * sources are in NOTICE); {@code zone-overrides.csv} is kept by hand and says where a zone differs from what the middle
 * of the area suggests, for an area or for postal codes that begin alike, and why.
 *
 * <p>An area that is not in the table is unknown: it is refused, never guessed.
 */
public final class Places {

    private static final Pattern OVERRIDDEN = Pattern.compile(Fsa.FORM + "([0-9]([ABCEGHJ-NPRSTV-Z][0-9]?)?)?");
    private static final Map<String, ZoneId> OVERRIDES = overrides();
    private static final SortedMap<Fsa, Place> PLACES = load();

    private Places() {}

    private static Map<String, ZoneId> overrides() {
        var overrides = new HashMap<String, ZoneId>();
        for (var row : ReferenceTable.read(Places.class, "zone-overrides.csv")) {
            var code = row.get("code");
            if (!OVERRIDDEN.matcher(code).matches()) {
                throw new IllegalStateException(row.where() + " begins no postal code");
            }
            if (overrides.put(code, TimeZones.zone(row.get("zone"))) != null) {
                throw new IllegalStateException(row.where() + " repeats an override");
            }
        }
        return Map.copyOf(overrides);
    }

    private static Optional<ZoneId> override(String code) {
        for (int length = code.length(); length >= 3; length--) {
            var zone = OVERRIDES.get(code.substring(0, length));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    private static SortedMap<Fsa, Place> load() {
        var places = new TreeMap<Fsa, Place>();
        for (var row : ReferenceTable.read(Places.class, "fsa.csv")) {
            var fsa = new Fsa(row.get("code"));
            var place = new Place(
                    fsa,
                    row.get("place"),
                    Province.valueOf(row.get("province")),
                    new Coordinates(Double.parseDouble(row.get("latitude")), Double.parseDouble(row.get("longitude"))),
                    override(fsa.code()).orElseGet(() -> TimeZones.zone(row.get("zone"))));
            if (places.put(fsa, place) != null) {
                throw new IllegalStateException(row.where() + " repeats an area");
            }
        }
        return Collections.unmodifiableSortedMap(places);
    }

    /** The place a postal code stands for, with the zone of that very code; empty if its area is not in the table. */
    public static Optional<Place> find(PostalCode postalCode) {
        return find(postalCode.fsa())
                .map(place -> override(postalCode.value())
                        .map(zone -> new Place(place.fsa(), place.name(), place.province(), place.at(), zone))
                        .orElse(place));
    }

    /** The place an area stands for, with the zone of most of it; empty if it is not in the table. */
    public static Optional<Place> find(Fsa fsa) {
        return Optional.ofNullable(PLACES.get(fsa));
    }

    /** Every area, in the order of their codes. */
    public static Collection<Place> all() {
        return PLACES.values();
    }
}
