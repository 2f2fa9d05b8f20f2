package ca.tripoint.canada.clock;

import ca.tripoint.canada.table.ReferenceTable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The only place where wall time becomes an instant, and an instant wall time.
 *
 * <p>In 2026 British Columbia, Alberta, the Northwest Territories and Manitoba stopped changing their clocks. A Java
 * runtime older than its October 2026 update does not know that, and would send a therapist an hour too late. So the
 * product carries its own rules (the tz database inside joda-time, which is used for nothing else) and asks the
 * runtime's never. {@link TimeZoneGuard} proves at start-up that they are current.
 *
 * <p>Only the zones in which the product works are known ({@link #zones()}); any other is refused with
 * {@link UnknownZoneException}. The rules reach to the end of the year 2100.
 */
public final class TimeZones {

    private static final Map<ZoneId, Zone> ZONES = load();

    private TimeZones() {}

    private record Zone(ZoneRules rules, String english, String french) {}

    private static Map<ZoneId, Zone> load() {
        var zones = new LinkedHashMap<ZoneId, Zone>();
        for (var row : ReferenceTable.read(TimeZones.class, "zones.csv")) {
            var id = row.get("zone");
            zones.put(ZoneId.of(id), new Zone(TimeZoneData.rules(id), row.get("label_en"), row.get("label_fr")));
        }
        return Collections.unmodifiableMap(zones);
    }

    /** The zones of Canada that the product knows, from east to west. */
    public static Set<ZoneId> zones() {
        return ZONES.keySet();
    }

    /**
     * The zone of that name, for example {@code America/Toronto}.
     *
     * @throws UnknownZoneException if it is not one of {@link #zones()}
     */
    public static ZoneId zone(String id) {
        for (var zone : ZONES.keySet()) {
            if (zone.getId().equals(id)) {
                return zone;
            }
        }
        throw new UnknownZoneException();
    }

    /** The release of the tz database in use, for example {@code 2026e}. Stored with every visit. */
    public static String version() {
        return TimeZoneData.VERSION;
    }

    /**
     * The product's own rules of a zone.
     *
     * @throws UnknownZoneException if it is not one of {@link #zones()}
     */
    public static ZoneRules rules(ZoneId zone) {
        return known(zone).rules();
    }

    /**
     * The instant at which the clocks of a zone show a local time. A time that the clocks skip (a gap) becomes the
     * first that exists after it: 02:30 on a night in March becomes 03:00. A time that they show twice (an overlap)
     * is the first of the two.
     */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        var rules = rules(zone);
        var transition = rules.getTransition(local);
        if (transition == null) {
            return local.toInstant(rules.getOffset(local));
        }
        return transition.isGap() ? transition.getInstant() : local.toInstant(transition.getOffsetBefore());
    }

    /** What the clocks of a zone show at an instant. */
    public static LocalDateTime local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offsetAt(instant, zone));
    }

    /** An instant as it is told in a zone: wall time and offset. */
    public static OffsetDateTime offset(Instant instant, ZoneId zone) {
        return instant.atOffset(offsetAt(instant, zone));
    }

    /** A local time with its offset; gaps and overlaps as in {@link #instant}. */
    public static OffsetDateTime offset(LocalDateTime local, ZoneId zone) {
        return offset(instant(local, zone), zone);
    }

    /**
     * How a person is told which clock is meant: {@code Winnipeg time}, {@code heure de Winnipeg}. Never an
     * abbreviation: they are ambiguous, and "EST" is wrong for Winnipeg even where its offset is right. French for
     * any French locale, else English.
     */
    public static String label(ZoneId zone, Locale locale) {
        var known = known(zone);
        return locale.getLanguage().equals("fr") ? known.french() : known.english();
    }

    private static ZoneOffset offsetAt(Instant instant, ZoneId zone) {
        return rules(zone).getOffset(instant);
    }

    private static Zone known(ZoneId zone) {
        var known = ZONES.get(zone);
        if (known == null) {
            throw new UnknownZoneException();
        }
        return known;
    }
}
