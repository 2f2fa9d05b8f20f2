package ca.tripoint.canada.calendar;

import java.time.LocalDate;
import java.util.Locale;

/** A statutory holiday on its date, with its name in both languages. */
public record Holiday(LocalDate date, String english, String french) {

    /** French for any French locale, else English. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }
}
