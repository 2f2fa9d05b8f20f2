package ca.tripoint.therapist.offer;

import ca.tripoint.therapist.roster.Wish;
import ca.tripoint.therapist.therapist.Equipment;
import ca.tripoint.therapist.therapist.Skill;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A course of visits by one therapist, all at the same time of day. */
@Schema(examples = """
                {"firstStart":"2027-03-08T10:00:00-05:00","sessions":4,"spacingDays":7,"duration":75,
                "address":{"line1":"3575 rue Saint-Dominique","city":"Montréal","postalCode":"H2X 1Y4"}}""")
record NewCourseOffer(
        @Nullable @Schema(description = "Absent: the nearest therapist who can come every time.")
        UUID therapistId,

        @NotNull OffsetDateTime firstStart,
        @Min(1) @Max(12) int sessions,

        @Min(1) @Max(60) @Schema(description = "Days from one visit to the next, by the local date.")
        int spacingDays,

        @Schema(description = "Minutes of treatment: 60, 75 or 90.")
        int duration,

        @NotNull @Valid Address address,

        @Nullable @Schema(description = "What the therapist must know, as the clearance requires.")
        Set<@NotNull Skill> skills,

        @Nullable @Schema(description = "What the therapist must bring, as the clearance requires.")
        Set<@NotNull Equipment> equipment) {

    Wish wish() {
        return new Wish(
                therapistId, null, null, skills == null ? Set.of() : skills, equipment == null ? Set.of() : equipment);
    }
}
