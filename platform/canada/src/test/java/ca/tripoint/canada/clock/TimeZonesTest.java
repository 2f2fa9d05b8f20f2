package ca.tripoint.canada.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

    private static final ZoneId TORONTO = TimeZones.zone("America/Toronto");
    private static final ZoneId VANCOUVER = TimeZones.zone("America/Vancouver");

    @ParameterizedTest
    @CsvSource({
        "America/Vancouver, 2026-12-15T17:00:00Z",
        "America/Edmonton, 2026-12-15T16:00:00Z",
        "America/Winnipeg, 2026-12-15T15:00:00Z",
        "America/Inuvik, 2026-12-15T16:00:00Z",
        "America/Regina, 2026-12-15T16:00:00Z",
        "America/Toronto, 2026-12-15T15:00:00Z",
        "America/St_Johns, 2026-12-15T13:30:00Z",
    })
    void ten_in_the_morning_of_2026_12_15_is_where_the_laws_of_2026_put_it(String zone, Instant right) {
        assertThat(TimeZones.instant(LocalDateTime.parse("2026-12-15T10:00"), TimeZones.zone(zone)))
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "America/St_Johns, -03:30, -02:30",
        "America/Halifax, -04:00, -03:00",
        "America/Glace_Bay, -04:00, -03:00",
        "America/Moncton, -04:00, -03:00",
        "America/Goose_Bay, -04:00, -03:00",
        "America/Blanc-Sablon, -04:00, -04:00",
        "America/Toronto, -05:00, -04:00",
        "America/Iqaluit, -05:00, -04:00",
        "America/Atikokan, -05:00, -05:00",
        "America/Winnipeg, -05:00, -05:00",
        "America/Rankin_Inlet, -06:00, -05:00",
        "America/Resolute, -06:00, -05:00",
        "America/Cambridge_Bay, -07:00, -06:00",
        "America/Regina, -06:00, -06:00",
        "America/Swift_Current, -06:00, -06:00",
        "America/Edmonton, -06:00, -06:00",
        "America/Inuvik, -06:00, -06:00",
        "America/Vancouver, -07:00, -07:00",
        "America/Creston, -07:00, -07:00",
        "America/Dawson_Creek, -07:00, -07:00",
        "America/Fort_Nelson, -07:00, -07:00",
        "America/Whitehorse, -07:00, -07:00",
        "America/Dawson, -07:00, -07:00",
    })
    void every_zone_has_its_offsets_in_january_and_july(String id, ZoneOffset january, ZoneOffset july) {
        var zone = TimeZones.zone(id);
        assertThat(TimeZones.offset(LocalDateTime.parse("2027-01-15T12:00"), zone)
                        .getOffset())
                .isEqualTo(january);
        assertThat(TimeZones.offset(LocalDateTime.parse("2027-07-15T12:00"), zone)
                        .getOffset())
                .isEqualTo(july);
    }

    @ParameterizedTest
    @CsvSource({
        "America/Vancouver, 2026-03-08, -08:00, -07:00",
        "America/Edmonton, 2026-03-08, -07:00, -06:00",
        "America/Winnipeg, 2026-03-08, -06:00, -05:00",
    })
    void the_last_change_of_a_province_that_stopped_was_in_march_2026(
            String id, LocalDate last, ZoneOffset before, ZoneOffset since) {
        var zone = TimeZones.zone(id);
        assertThat(TimeZones.offset(last.atStartOfDay(), zone).getOffset()).isEqualTo(before);
        for (var date = last.plusDays(1); date.getYear() < 2037; date = date.plusDays(1)) {
            assertThat(TimeZones.offset(date.atStartOfDay(), zone).getOffset())
                    .as("%s", date)
                    .isEqualTo(since);
        }
    }

    @Test
    void a_time_that_the_clocks_skip_becomes_the_first_that_exists() {
        var first = OffsetDateTime.parse("2027-03-14T03:00:00-04:00");
        assertThat(offset("2027-03-14T01:59", TORONTO)).isEqualTo(OffsetDateTime.parse("2027-03-14T01:59:00-05:00"));
        assertThat(offset("2027-03-14T02:00", TORONTO)).isEqualTo(first);
        assertThat(offset("2027-03-14T02:30", TORONTO)).isEqualTo(first);
        assertThat(offset("2027-03-14T02:59", TORONTO)).isEqualTo(first);
        assertThat(offset("2027-03-14T03:00", TORONTO)).isEqualTo(first);
    }

    @Test
    void a_time_that_the_clocks_show_twice_is_the_first_of_the_two() {
        assertThat(offset("2027-11-07T00:59", TORONTO)).isEqualTo(OffsetDateTime.parse("2027-11-07T00:59:00-04:00"));
        assertThat(offset("2027-11-07T01:00", TORONTO)).isEqualTo(OffsetDateTime.parse("2027-11-07T01:00:00-04:00"));
        assertThat(offset("2027-11-07T01:59", TORONTO)).isEqualTo(OffsetDateTime.parse("2027-11-07T01:59:00-04:00"));
        assertThat(offset("2027-11-07T02:00", TORONTO)).isEqualTo(OffsetDateTime.parse("2027-11-07T02:00:00-05:00"));
    }

    @Test
    void both_showings_of_a_repeated_hour_are_told_apart_by_their_offset() {
        assertThat(TimeZones.offset(Instant.parse("2027-11-07T05:30:00Z"), TORONTO))
                .hasToString("2027-11-07T01:30-04:00");
        assertThat(TimeZones.offset(Instant.parse("2027-11-07T06:30:00Z"), TORONTO))
                .hasToString("2027-11-07T01:30-05:00");
    }

    @Test
    void british_columbia_has_no_gap_in_march_and_no_overlap_in_november_any_more() {
        assertThat(offset("2027-03-14T02:30", VANCOUVER)).hasToString("2027-03-14T02:30-07:00");
        assertThat(offset("2026-11-01T01:30", VANCOUVER)).hasToString("2026-11-01T01:30-07:00");
        assertThat(TimeZones.rules(VANCOUVER).nextTransition(Instant.parse("2026-12-01T00:00:00Z")))
                .isNull();
    }

    @Test
    void newfoundland_changes_by_an_hour_on_its_half_hour() {
        var stJohns = TimeZones.zone("America/St_Johns");
        assertThat(offset("2027-03-14T01:59", stJohns)).hasToString("2027-03-14T01:59-03:30");
        assertThat(offset("2027-03-14T02:15", stJohns)).hasToString("2027-03-14T03:00-02:30");
        assertThat(offset("2027-11-07T01:30", stJohns)).hasToString("2027-11-07T01:30-02:30");
    }

    @ParameterizedTest
    @MethodSource("ca.tripoint.canada.clock.TimeZones#zones")
    void an_instant_survives_the_way_to_wall_time_and_back_save_in_a_repeated_hour(ZoneId zone) {
        for (var at = Instant.parse("2020-01-01T00:07:00Z");
                at.isBefore(Instant.parse("2035-01-01T00:00:00Z"));
                at = at.plusSeconds(3607 * 23)) {
            var local = TimeZones.local(at, zone);
            assertThat(TimeZones.offset(at, zone).toInstant()).isEqualTo(at);
            if (TimeZones.rules(zone).getValidOffsets(local).size() == 1) {
                assertThat(TimeZones.instant(local, zone)).isEqualTo(at);
            }
        }
    }

    /** Until the end of 2025 nobody disputes the past: runtimes and the product must agree from 1970 on. */
    @ParameterizedTest
    @MethodSource("ca.tripoint.canada.clock.TimeZones#zones")
    void until_2025_the_rules_are_those_that_every_runtime_knows(ZoneId zone) {
        ZoneRules runtime = ZoneRulesProvider.getRules(zone.getId(), false);
        ZoneRules rules = TimeZones.rules(zone);
        assertThat(everySixHours("1970-01-01T00:00:00Z", "2025-12-31T00:00:00Z")
                        .filter(at -> !rules.getOffset(at).equals(runtime.getOffset(at))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ca.tripoint.canada.clock.TimeZones#zones")
    void the_rules_reach_as_far_as_they_promise_and_agree_with_their_source(ZoneId zone) {
        var source = DateTimeZone.forID(zone.getId());
        ZoneRules rules = TimeZones.rules(zone);
        assertThat(everySixHours("1970-01-01T00:00:00Z", "2101-01-01T00:00:00Z")
                        .filter(at ->
                                rules.getOffset(at).getTotalSeconds() * 1000 != source.getOffset(at.toEpochMilli())
                                        || rules.getStandardOffset(at).getTotalSeconds() * 1000
                                                != source.getStandardOffset(at.toEpochMilli())))
                .isEmpty();
    }

    @Test
    void the_rules_are_the_products_own_and_not_those_of_the_runtime() {
        assertThat(TimeZones.rules(VANCOUVER)).isNotSameAs(VANCOUVER.getRules());
        assertThatCode(TimeZoneGuard::check).doesNotThrowAnyException();
        // What this runtime says may be right or stale; the guard tells which, and the product does not care.
        var runtime = LocalDate.of(2026, 12, 15)
                .atTime(LocalTime.of(10, 0))
                .atZone(VANCOUVER)
                .toInstant();
        var right = Instant.parse("2026-12-15T17:00:00Z");
        if (!runtime.equals(right)) {
            assertThatThrownBy(() -> TimeZoneGuard.check(
                            (local, zone) -> local.atZone(zone).toInstant()))
                    .isInstanceOf(StaleTimeZonesException.class)
                    .hasMessageContaining("America/Vancouver says " + runtime);
        }
        assertThat(TimeZones.instant(LocalDateTime.parse("2026-12-15T10:00"), VANCOUVER))
                .isEqualTo(right);
    }

    @Test
    void the_version_is_a_release_of_the_tz_database_no_older_than_the_changes_of_2026() {
        assertThat(TimeZones.version()).matches("\\d{4}[a-z]").isGreaterThanOrEqualTo("2026e");
    }

    @Test
    void the_version_is_read_without_the_mark_of_jodas_branch() {
        assertThat(TimeZoneData.released("2026fgtz")).isEqualTo("2026f");
        assertThat(TimeZoneData.released("2026e")).isEqualTo("2026e");
        assertThatThrownBy(() -> TimeZoneData.released("")).isInstanceOf(IllegalStateException.class);
    }

    /** Class loaders of application servers hand out paths with a bare blank. */
    @Test
    void the_version_is_read_from_a_jar_in_a_folder_with_a_blank_in_its_name(@TempDir Path folder) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Time-Zone-Database-Version", "2027agtz");
        var jar = Files.createDirectory(folder.resolve("my projects")).resolve("data.jar");
        try (var stream = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            stream.putNextEntry(new ZipEntry("entry"));
        }
        assertThat(TimeZoneData.version(
                        URI.create("jar:" + jar.toUri() + "!/entry").toURL()))
                .isEqualTo("2027a");
        assertThat(TimeZoneData.version(bare(jar))).isEqualTo("2027a");
    }

    @SuppressWarnings("deprecation") // the very thing under test: an URL that is no URI
    private static URL bare(Path jar) throws IOException {
        return new URL("jar:file:" + jar + "!/entry");
    }

    @Test
    void data_that_do_not_state_their_version_are_refused(@TempDir Path folder) throws IOException {
        var bare = Files.createFile(folder.resolve("entry")).toUri().toURL();
        assertThatThrownBy(() -> TimeZoneData.version(bare))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The time zone data do not state their version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Canada/Pacific", "america/toronto", "EST", "UTC", "-05:00", ""})
    void a_zone_outside_the_table_is_refused(String id) {
        assertThatThrownBy(() -> TimeZones.zone(id))
                .isInstanceOf(UnknownZoneException.class)
                .hasMessage("zone is not one of the time zones of Canada");
    }

    @Test
    void the_rules_of_a_zone_outside_the_table_are_refused() {
        assertThatThrownBy(() -> TimeZones.rules(ZoneId.of("America/New_York")))
                .isInstanceOf(UnknownZoneException.class);
        assertThatThrownBy(() -> TimeZones.local(Instant.EPOCH, ZoneOffset.UTC))
                .isInstanceOf(UnknownZoneException.class);
    }

    @Test
    void a_clock_is_named_by_its_city_in_both_languages() {
        var winnipeg = TimeZones.zone("America/Winnipeg");
        assertThat(TimeZones.label(winnipeg, Locale.CANADA)).isEqualTo("Winnipeg time");
        assertThat(TimeZones.label(winnipeg, Locale.CANADA_FRENCH)).isEqualTo("heure de Winnipeg");
        assertThat(TimeZones.label(TimeZones.zone("America/Edmonton"), Locale.FRENCH))
                .isEqualTo("heure d'Edmonton");
    }

    @ParameterizedTest
    @MethodSource("ca.tripoint.canada.clock.TimeZones#zones")
    void every_clock_has_a_name_in_both_languages(ZoneId zone) {
        assertThat(TimeZones.label(zone, Locale.CANADA)).endsWith(" time");
        assertThat(TimeZones.label(zone, Locale.CANADA_FRENCH)).startsWith("heure d");
    }

    private static Stream<Instant> everySixHours(String from, String to) {
        var end = Instant.parse(to);
        return Stream.iterate(Instant.parse(from), at -> at.isBefore(end), at -> at.plusSeconds(6 * 3600));
    }

    private static OffsetDateTime offset(String local, ZoneId zone) {
        return TimeZones.offset(LocalDateTime.parse(local), zone);
    }
}
