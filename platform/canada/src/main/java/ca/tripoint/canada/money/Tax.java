package ca.tripoint.canada.money;

import java.util.Locale;

/** The sales taxes of Canada. The English abbreviation is the code; both are printed on receipts. */
public enum Tax {
    /** Goods and services tax, federal. */
    GST("TPS"),
    /** Harmonized sales tax: federal and provincial in one. */
    HST("TVH"),
    /** Quebec sales tax. */
    QST("TVQ"),
    /** Provincial sales tax. */
    PST("TVP");

    private final String french;

    Tax(String french) {
        this.french = french;
    }

    /** French for any French locale, else English. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : name();
    }
}
