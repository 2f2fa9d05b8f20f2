package ca.tripoint.therapist.therapist;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a therapist lives: the postal code, and nothing more precise. */
@Schema(name = "Base")
record BaseView(
        @NotNull @NotBlank @Schema(examples = "H2J 1Y4") String postalCode) {}
