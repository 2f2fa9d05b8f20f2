package ca.tripoint.canada.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Refuses to start, or to be ready, on time zone data from before the changes of 2026.
 *
 * <p>What must hold: 10:00 on 2026-12-15 in seven zones of which four stopped changing their clocks that year. A wrong
 * answer here is an hour's error in every booking of that zone.
 */
public final class TimeZoneGuard {

    private static final LocalDateTime TEN = LocalDateTime.parse("2026-12-15T10:00");

    private static final Map<String, Instant> EXPECTED = new TreeMap<>(Map.of(
            "America/Vancouver", Instant.parse("2026-12-15T17:00:00Z"),
            "America/Edmonton", Instant.parse("2026-12-15T16:00:00Z"),
            "America/Winnipeg", Instant.parse("2026-12-15T15:00:00Z"),
            "America/Inuvik", Instant.parse("2026-12-15T16:00:00Z"),
            "America/Regina", Instant.parse("2026-12-15T16:00:00Z"),
            "America/Toronto", Instant.parse("2026-12-15T15:00:00Z"),
            "America/St_Johns", Instant.parse("2026-12-15T13:30:00Z")));

    private TimeZoneGuard() {}

    /**
     * Checks the rules in use.
     *
     * @throws StaleTimeZonesException naming each zone that is wrong, with what it says and what is right
     */
    public static void check() {
        check(TimeZones::instant);
    }

    static void check(BiFunction<LocalDateTime, ZoneId, Instant> clock) {
        var wrong = new ArrayList<String>();
        EXPECTED.forEach((id, right) -> {
            var says = clock.apply(TEN, ZoneId.of(id));
            if (!says.equals(right)) {
                wrong.add("%s says %s for %s, right is %s".formatted(id, says, TEN, right));
            }
        });
        if (!wrong.isEmpty()) {
            throw new StaleTimeZonesException(List.copyOf(wrong));
        }
    }
}
