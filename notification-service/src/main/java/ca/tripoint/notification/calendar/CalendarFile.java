package ca.tripoint.notification.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * An iCalendar file (RFC 5545) for one visit, in UTC: calendars show it on the reader's own clock, however old their rules
 * about Canada's clocks are. It says that there is a visit and when; what for, where and with whom is nobody's business who
 * looks over the reader's shoulder.
 *
 * @param method {@code PUBLISH} adds or moves, {@code CANCEL} removes
 * @param content UTF-8
 */
public record CalendarFile(String method, byte[] content) {

    private static final String PRODUCT = "-//Tripoint//Visits//EN";

    public static CalendarFile adding(CalendarEntry entry) {
        VEvent event = event(entry);
        event.setStatus(Status.confirmed());
        return file(Method.publish(), event);
    }

    public static CalendarFile removing(CalendarEntry entry) {
        VEvent event = event(entry);
        event.setStatus(Status.cancelled());
        return file(Method.cancel(), event);
    }

    /** The media type, with the method in it: mail programs decide by it whether to offer the file to the calendar. */
    public String mediaType() {
        return "text/calendar; charset=UTF-8; method=" + method;
    }

    private static VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent();
        event.setUid(entry.bookingId() + "@tripoint.ca");
        event.setSequence(Math.toIntExact(entry.version()));
        event.setDateTimeStamp(Date.from(entry.writtenAt()));
        event.setDateStart(Date.from(entry.start()), true);
        event.setDateEnd(Date.from(entry.end()), true);
        event.setSummary(entry.summary());
        event.setOrganizer(new Organizer("Tripoint", entry.organizer()));
        event.setClassification(Classification.private_());
        return event;
    }

    private static CalendarFile file(Method method, VEvent event) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(method);
        calendar.addEvent(event);
        return new CalendarFile(method.getValue(), Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8));
    }
}
