package ca.tripoint.therapist.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One visit that a client wishes for. */
@Schema(examples = """
                {"therapistId":"0190a1b2-0000-7000-8000-000000007e4a","start":"2027-03-15T10:00:00-04:00","duration":75,
                "address":{"line1":"3575 rue Saint-Dominique","city":"Montréal","postalCode":"H2X 1Y4"}}""")
record NewOffer(
        @NotNull UUID therapistId,
        @NotNull OffsetDateTime start,

        @Schema(description = "Minutes of treatment: 60, 75 or 90.")
        int duration,

        @NotNull @Valid Address address) {}
