package ca.tripoint.local.story;

import ca.tripoint.local.LocalSystem;
import java.util.UUID;

/**
 * Somebody in a story.
 *
 * @param token what they sign in with
 * @param language the language they ask for, such as {@code fr-CA}
 */
public record Person(String name, UUID id, String token, String email, String language) {

    /** A client that nobody has seen before: every telling of a story has its own people. */
    public static Person newClient(LocalSystem system, String name, String language) {
        UUID id = UUID.randomUUID();
        String email = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + "."
                + id.toString().substring(0, 8) + "@example.ca";
        return new Person(name, id, system.tokens().client(id), email, language);
    }
}
