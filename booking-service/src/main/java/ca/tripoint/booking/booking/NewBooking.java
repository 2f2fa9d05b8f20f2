package ca.tripoint.booking.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/bookings}. */
@Schema(name = "NewBooking")
record NewBooking(
        @Schema(description = "token of POST /v1/offers") @NotBlank @Size(max = 16_384)
        String offer,

        @Schema(description = "token of a screening's clearance") @Nullable @Size(max = 16_384)
        String clearance,

        @Schema(description = "keep the time for a while instead of booking it: until holdExpiresAt") @Nullable
        Boolean hold,

        @Schema(description = "say what would happen; store nothing") @Nullable
        Boolean dryRun) {

    @Override
    public String toString() {
        return "NewBooking[redacted]";
    }
}
