package ca.tripoint.notification.wording;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds the words. Each message is one Qute file for each language, {@code templates/words/<language>/<message>.txt}, with
 * the fragments {@code title}, {@code text} and {@code more} (paragraphs with empty lines between).
 */
@ApplicationScoped
public class Wording {

    private final Engine engine;

    Wording(Engine engine) {
        this.engine = engine;
    }

    /** @param facts what the message's file may name; a fact that is not known is left out */
    public Words of(String message, Language language, Map<String, String> facts) {
        return new Words(
                line(message, "title", language, facts),
                line(message, "text", language, facts),
                paragraphs(message, "more", language, facts));
    }

    /** One fragment as one line. */
    public String line(String message, String fragment, Language language, Map<String, String> facts) {
        return set(message, fragment, language, facts).replaceAll("\\s*\\n\\s*", " ");
    }

    private List<String> paragraphs(String message, String fragment, Language language, Map<String, String> facts) {
        return Arrays.stream(set(message, fragment, language, facts).split("\\n\\s*\\n"))
                .map(paragraph -> paragraph.strip().replaceAll("\\s*\\n\\s*", " "))
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private String set(String message, String fragment, Language language, Map<String, String> facts) {
        String file = "words/" + language.tag() + "/" + message + ".txt";
        Template template = engine.getTemplate(file);
        if (template == null || template.getFragment(fragment) == null) {
            throw new IllegalStateException("no words for " + fragment + " in " + file);
        }
        TemplateInstance instance = template.getFragment(fragment).instance();
        facts.forEach(instance::data);
        return Typography.set(instance.render().strip(), language);
    }
}
