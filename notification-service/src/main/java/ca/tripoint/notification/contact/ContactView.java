package ca.tripoint.notification.contact;

import ca.tripoint.notification.wording.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact as its owner sees it. */
@Schema(
        name = "Contact",
        requiredProperties = {"email", "language"})
record ContactView(
        String email, Language language, @Nullable String name) {

    static ContactView of(Contact contact) {
        return new ContactView(contact.email(), contact.language(), contact.name());
    }

    @Override
    public String toString() {
        return "ContactView[redacted]";
    }
}
