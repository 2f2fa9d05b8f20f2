package ca.tripoint.canada.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.joda.time.DateTimeZone;
import org.joda.time.tz.ZoneInfoProvider;

/**
 * The tz database as joda-time carries it, turned into {@link ZoneRules}. Joda is asked for the instants at which
 * offsets change and for the offsets, and for nothing else.
 *
 * <p>Its provider is made here from its own class path folder, so that neither the system property
 * {@code org.joda.time.DateTimeZone.Folder} nor another provider set by a library can put older rules in its place.
 */
final class TimeZoneData {

    static final String VERSION = version();

    private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2101-01-01T12:00:00Z");
    private static final ZoneInfoProvider PROVIDER = provider();

    private TimeZoneData() {}

    static ZoneRules rules(String id) {
        var zone = PROVIDER.getZone(id);
        if (zone == null) {
            throw new IllegalStateException("The time zone data do not know " + id);
        }
        var transitions = new ArrayList<ZoneOffsetTransition>();
        var standardTransitions = new ArrayList<ZoneOffsetTransition>();
        var wall = wall(zone, FIRST.toEpochMilli());
        var standard = standard(zone, FIRST.toEpochMilli());
        var firstWall = wall;
        var firstStandard = standard;
        long at = FIRST.toEpochMilli();
        for (long next = zone.nextTransition(at);
                next != at && next <= LAST.toEpochMilli();
                next = zone.nextTransition(at)) {
            at = next;
            wall = change(transitions, at, wall, wall(zone, at));
            standard = change(standardTransitions, at, standard, standard(zone, at));
        }
        return ZoneRules.of(firstStandard, firstWall, standardTransitions, transitions, List.of());
    }

    /** Adds a transition where the offset changes; the database also has some where only the name does. */
    private static ZoneOffset change(
            List<ZoneOffsetTransition> transitions, long millis, ZoneOffset before, ZoneOffset after) {
        if (!before.equals(after)) {
            var local = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, before);
            transitions.add(ZoneOffsetTransition.of(local, before, after));
        }
        return after;
    }

    private static ZoneOffset wall(DateTimeZone zone, long millis) {
        return ZoneOffset.ofTotalSeconds(zone.getOffset(millis) / 1000);
    }

    private static ZoneOffset standard(DateTimeZone zone, long millis) {
        return ZoneOffset.ofTotalSeconds(zone.getStandardOffset(millis) / 1000);
    }

    private static ZoneInfoProvider provider() {
        try {
            return new ZoneInfoProvider("org/joda/time/tz/data", DateTimeZone.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException("The time zone data cannot be read", e);
        }
    }

    private static String version() {
        var data = DateTimeZone.class.getResource("DateTimeZone.class");
        if (data == null) {
            throw new IllegalStateException("The time zone data are missing");
        }
        return version(data);
    }

    /** The release that the manifest of a jar states, for a resource inside that jar. */
    static String version(URL data) {
        try {
            if (data.openConnection() instanceof JarURLConnection jar
                    && jar.getManifest() instanceof Manifest manifest) {
                var stated = manifest.getMainAttributes().getValue("Time-Zone-Database-Version");
                return released(stated == null ? "" : stated);
            }
            return released("");
        } catch (IOException e) {
            throw new UncheckedIOException("The version of the time zone data cannot be read", e);
        }
    }

    /** The name of a release without the mark of joda's own branch ("gtz"). */
    static String released(String stated) {
        var matcher = Pattern.compile("(\\d{4}[a-z])(gtz)?").matcher(stated);
        if (!matcher.matches()) {
            throw new IllegalStateException("The time zone data do not state their version");
        }
        return matcher.group(1);
    }
}
