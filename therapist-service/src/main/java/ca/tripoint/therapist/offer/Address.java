package ca.tripoint.therapist.offer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the visit will be. It goes into the signed offer and is not kept here; it does not print itself. */
record Address(
        @NotBlank @Size(max = 200) @Schema(examples = "3575 rue Saint-Dominique")
        String line1,

        @NotBlank @Size(max = 100) @Schema(examples = "Montréal")
        String city,

        @NotBlank @Size(max = 20) @Schema(examples = "H2X 1Y4")
        String postalCode) {

    static final String FIELD = "address.postalCode";

    @Override
    public String toString() {
        return "Address[redacted]";
    }
}
