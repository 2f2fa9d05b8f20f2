package ca.tripoint.notification.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static final UUID BOOKING = UUID.fromString("0190a1b2-0000-7000-8000-00000000b00c");
    private static final CalendarEntry ENTRY = new CalendarEntry(
            BOOKING,
            2,
            Instant.parse("2027-03-14T10:00:00Z"),
            Instant.parse("2027-03-14T11:15:00Z"),
            Instant.parse("2027-03-01T15:04:05.123456Z"),
            "Visite Tripoint",
            "no-reply@tripoint.example");

    @Test
    void a_visit_reads_back_with_its_id_its_version_and_its_times() {
        ICalendar calendar = parsed(CalendarFile.adding(ENTRY));

        VEvent event = calendar.getEvents().getFirst();
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(event.getUid().getValue()).isEqualTo(BOOKING + "@tripoint.ca");
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(ENTRY.start());
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(ENTRY.end());
        assertThat(event.getSummary().getValue()).isEqualTo("Visite Tripoint");
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0)).isEmpty();
    }

    @Test
    void times_are_in_utc_so_that_no_calendar_needs_rules_about_canada() {
        assertThat(text(CalendarFile.adding(ENTRY)))
                .contains("DTSTART:20270314T100000Z\r\n", "DTEND:20270314T111500Z\r\n")
                .doesNotContain("VTIMEZONE", "TZID");
    }

    @Test
    void a_cancelled_visit_is_removed_under_the_same_id() {
        CalendarFile file = CalendarFile.removing(ENTRY);

        VEvent event = parsed(file).getEvents().getFirst();
        assertThat(file.mediaType()).isEqualTo("text/calendar; charset=UTF-8; method=CANCEL");
        assertThat(text(file)).contains("METHOD:CANCEL\r\n");
        assertThat(event.getUid().getValue()).isEqualTo(BOOKING + "@tripoint.ca");
        assertThat(event.getStatus().isCancelled()).isTrue();
    }

    @Test
    void it_says_neither_where_nor_why() {
        assertThat(text(CalendarFile.adding(ENTRY))).doesNotContain("LOCATION", "DESCRIPTION", "GEO", "ATTENDEE");
    }

    @Test
    void written_twice_it_is_the_same() {
        assertThat(text(CalendarFile.adding(ENTRY))).isEqualTo(text(CalendarFile.adding(ENTRY)));
    }

    private static ICalendar parsed(CalendarFile file) {
        return Biweekly.parse(text(file)).first();
    }

    private static String text(CalendarFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
