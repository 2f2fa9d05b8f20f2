package ca.tripoint.therapist.credential;

import java.time.LocalDate;

/** Local dates from the first to the last, both included. */
public record Dates(LocalDate first, LocalDate last) {

    public boolean include(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
