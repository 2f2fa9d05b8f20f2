package ca.tripoint.booking.reschedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/bookings/{id}/reschedule}. */
@Schema(name = "Reschedule")
record NewTime(
        @Schema(description = "token of POST /v1/offers, made out to the visit's client") @NotBlank @Size(max = 16_384)
        String offer,

        @Schema(
                description = "token of a newer clearance of the visit's client, which the visit rests on from then on;"
                        + " needed when the one that it was booked with was replaced")
        @Nullable
        @Size(max = 16_384)
        String clearance) {

    @Override
    public String toString() {
        return "NewTime[redacted]";
    }
}
