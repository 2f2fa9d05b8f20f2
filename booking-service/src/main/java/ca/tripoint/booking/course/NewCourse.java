package ca.tripoint.booking.course;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/courses}. */
@Schema(name = "NewCourse")
record NewCourse(
        @Schema(description = "tokens of POST /v1/course-offers") @NotEmpty @Size(max = 12)
        List<@NotBlank @Size(max = 16_384) String> offers,

        @Schema(description = "token of a screening's clearance") @Nullable @Size(max = 16_384)
        String clearance) {

    @Override
    public String toString() {
        return "NewCourse[redacted]";
    }
}
