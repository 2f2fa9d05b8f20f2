package ca.tripoint.notification.wording;

import ca.tripoint.kit.http.Languages;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** The two languages in which people are told, equal in every respect. */
public enum Language {
    @JsonProperty("en-CA")
    ENGLISH(Languages.ENGLISH),
    @JsonProperty("fr-CA")
    FRENCH(Languages.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code en-CA} or {@code fr-CA}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public static Language of(Locale locale) {
        return locale.getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    public static Language tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("language is neither en-CA nor fr-CA"));
    }
}
