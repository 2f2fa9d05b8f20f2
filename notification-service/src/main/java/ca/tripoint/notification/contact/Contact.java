package ca.tripoint.notification.contact;

import ca.tripoint.notification.wording.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a person.
 *
 * @param phone E.164
 * @param name what to call them
 * @param timeZone the clock they live by, which decides when they may be disturbed; a visit's times are told on its own clock
 * @param version grows with every change
 */
public record Contact(
        UUID personId,
        Language language,
        String email,
        @Nullable String phone,
        @Nullable String name,
        @Nullable String timeZone,
        long version) {

    @Override
    public String toString() {
        return "Contact[redacted]";
    }
}
