package ca.tripoint.notification.contact;

import ca.tripoint.notification.wording.Language;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a person wants to be reached: no more than an e-mail needs. */
@Schema(name = "ContactRequest")
record ContactRequest(
        @Schema(examples = "anne@example.ca", maxLength = 254)
        @NotNull
        @Size(max = 254)
        @Pattern(regexp = ContactRequest.EMAIL)
        String email,

        @Schema(examples = "fr-CA") @NotNull Language language,

        @Schema(examples = "Anne", description = "What messages call you", maxLength = 80)
        @Size(max = 80)
        @Pattern(regexp = ContactRequest.NAME)
        @Nullable
        String name) {

    /** What every mail server in use accepts: ASCII, one @, a domain with a dot; nothing that could start a header. */
    static final String EMAIL = "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$";

    /** Letters of any script, and nothing that a mail program would make a link of: the name is sent to an unproven address. */
    static final String NAME = "^(?!.*\\.\\p{L})\\p{L}[\\p{L}\\p{M}'’ .-]*$";

    @Override
    public String toString() {
        return "ContactRequest[redacted]";
    }
}
