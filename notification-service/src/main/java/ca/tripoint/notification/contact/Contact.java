package ca.tripoint.notification.contact;

import ca.tripoint.notification.wording.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a person.
 *
 * @param name what to call them
 * @param version grows with every change
 */
public record Contact(
        UUID personId,
        Language language,
        String email,
        @Nullable String name,
        long version) {

    @Override
    public String toString() {
        return "Contact[redacted]";
    }
}
