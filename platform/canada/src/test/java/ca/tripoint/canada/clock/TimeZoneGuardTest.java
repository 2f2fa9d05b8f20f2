package ca.tripoint.canada.clock;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TimeZoneGuardTest {

    @Test
    void the_products_own_rules_pass() {
        assertThatCode(TimeZoneGuard::check).doesNotThrowAnyException();
    }

    /** What a runtime of 2025 says: British Columbia, Alberta, the Northwest Territories and Manitoba in winter time. */
    @Test
    void the_rules_of_2025_are_refused_with_every_zone_that_is_wrong() {
        var winterOf2025 = Map.of(
                "America/Vancouver", ZoneOffset.ofHours(-8),
                "America/Edmonton", ZoneOffset.ofHours(-7),
                "America/Inuvik", ZoneOffset.ofHours(-7),
                "America/Winnipeg", ZoneOffset.ofHours(-6));

        assertThatThrownBy(() ->
                        TimeZoneGuard.check((LocalDateTime local, ZoneId zone) -> winterOf2025.containsKey(zone.getId())
                                ? local.toInstant(winterOf2025.get(zone.getId()))
                                : TimeZones.instant(local, zone)))
                .asInstanceOf(type(StaleTimeZonesException.class))
                .satisfies(
                        stale -> Assertions.assertThat(stale.wrong())
                                .containsExactly(
                                        "America/Edmonton says 2026-12-15T17:00:00Z for 2026-12-15T10:00, right is 2026-12-15T16:00:00Z",
                                        "America/Inuvik says 2026-12-15T17:00:00Z for 2026-12-15T10:00, right is 2026-12-15T16:00:00Z",
                                        "America/Vancouver says 2026-12-15T18:00:00Z for 2026-12-15T10:00, right is 2026-12-15T17:00:00Z",
                                        "America/Winnipeg says 2026-12-15T16:00:00Z for 2026-12-15T10:00, right is 2026-12-15T15:00:00Z"));
    }
}
