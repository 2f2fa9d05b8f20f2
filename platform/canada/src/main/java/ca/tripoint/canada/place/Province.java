package ca.tripoint.canada.place;

import java.util.Locale;

/** The ten provinces and three territories, by their postal abbreviations. */
public enum Province {
    AB("Alberta", "Alberta"),
    BC("British Columbia", "Colombie-Britannique"),
    MB("Manitoba", "Manitoba"),
    NB("New Brunswick", "Nouveau-Brunswick"),
    NL("Newfoundland and Labrador", "Terre-Neuve-et-Labrador"),
    NS("Nova Scotia", "Nouvelle-Écosse"),
    NT("Northwest Territories", "Territoires du Nord-Ouest"),
    NU("Nunavut", "Nunavut"),
    ON("Ontario", "Ontario"),
    PE("Prince Edward Island", "Île-du-Prince-Édouard"),
    QC("Quebec", "Québec"),
    SK("Saskatchewan", "Saskatchewan"),
    YT("Yukon", "Yukon");

    private final String english;
    private final String french;

    Province(String english, String french) {
        this.english = english;
        this.french = french;
    }

    public String english() {
        return english;
    }

    public String french() {
        return french;
    }

    /** French for any French locale, else English. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }
}
