package ca.tripoint.notification.wording;

import static ca.tripoint.notification.wording.Language.ENGLISH;
import static ca.tripoint.notification.wording.Language.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.canada.clock.TimeZones;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VisitTimeTest {

    /** 10:00 in Winnipeg, on the clock that Manitoba no longer changes. */
    private static final Instant TEN_IN_WINNIPEG = Instant.parse("2026-12-15T15:00:00Z");

    private static final Instant ELEVEN_FIFTEEN = Instant.parse("2026-12-15T16:15:00Z");

    @Test
    void english_says_the_hours_and_whose_clock_is_meant() {
        assertThat(VisitTime.span(TEN_IN_WINNIPEG, ELEVEN_FIFTEEN, "America/Winnipeg", ENGLISH))
                .isEqualTo("from 10:00 to 11:15, Winnipeg time");
    }

    @Test
    void french_says_the_same_in_french() {
        assertThat(VisitTime.span(TEN_IN_WINNIPEG, ELEVEN_FIFTEEN, "America/Winnipeg", FRENCH))
                .isEqualTo("de 10\u00A0h à 11\u00A0h\u00A015, heure de Winnipeg");
    }

    @Test
    void days_are_written_out() {
        Instant start = Instant.parse("2027-03-14T10:00:00Z");

        assertThat(VisitTime.of(start, "America/Toronto", ENGLISH))
                .isEqualTo(new VisitTime("Sunday, March 14, 2027", "6:00"));
        assertThat(VisitTime.of(start, "America/Toronto", FRENCH))
                .isEqualTo(new VisitTime("dimanche 14 mars 2027", "6\u00A0h"));
    }

    @Test
    void the_first_of_a_month_has_its_ordinal_in_french() {
        assertThat(VisitTime.of(Instant.parse("2027-08-01T14:00:00Z"), "America/Toronto", FRENCH)
                        .day())
                .isEqualTo("dimanche 1er août 2027");
        assertThat(VisitTime.of(Instant.parse("2027-08-02T14:00:00Z"), "America/Toronto", FRENCH)
                        .day())
                .isEqualTo("lundi 2 août 2027");
    }

    @Test
    void a_visit_may_end_at_midnight() {
        Instant evening = Instant.parse("2027-03-15T02:45:00Z");
        Instant midnight = Instant.parse("2027-03-15T04:00:00Z");

        assertThat(VisitTime.span(evening, midnight, "America/Toronto", ENGLISH))
                .isEqualTo("from 22:45 to midnight, Toronto time");
        assertThat(VisitTime.span(evening, midnight, "America/Toronto", FRENCH))
                .isEqualTo("de 22\u00A0h\u00A045 à minuit, heure de Toronto");
    }

    @Test
    void the_day_is_the_one_at_the_visit() {
        Instant lateInVancouver = Instant.parse("2027-03-15T05:30:00Z");

        assertThat(VisitTime.of(lateInVancouver, "America/Vancouver", ENGLISH))
                .isEqualTo(new VisitTime("Sunday, March 14, 2027", "22:30"));
    }

    @Test
    void no_zone_is_abbreviated_in_either_language() {
        for (var zone : TimeZones.zones()) {
            for (Language language : Language.values()) {
                assertThat(VisitTime.span(TEN_IN_WINNIPEG, ELEVEN_FIFTEEN, zone.getId(), language))
                        .doesNotContainPattern("\\b[A-Z]{3,4}\\b")
                        .contains(language == FRENCH ? "heure d" : " time");
            }
        }
        assertThat(Language.of(Locale.CANADA_FRENCH)).isEqualTo(FRENCH);
    }
}
