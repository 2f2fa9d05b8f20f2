package ca.tripoint.kit.problem;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Title and detail of each code, in both languages, gathered from the service and from the kit. */
@Singleton
public class ProblemTexts {

    private final Map<String, Properties> byLanguage = Map.of("en", load("en"), "fr", load("fr"));

    public String title(ProblemCode problem, Locale language) {
        return text(problem.code() + ".title", language);
    }

    public String detail(ProblemCode problem, Locale language) {
        return text(problem.code() + ".detail", language);
    }

    private String text(String key, Locale language) {
        String text = byLanguage
                .getOrDefault(language.getLanguage(), byLanguage.getOrDefault("en", new Properties()))
                .getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no " + language.toLanguageTag() + " text for problem " + key);
        }
        return text;
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        String resource = "META-INF/tripoint/problems_" + language + ".properties";
        try {
            for (URL url : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(resource))) {
                try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
